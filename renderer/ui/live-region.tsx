import { useDeskState } from '../store/use-desk.ts'

/** Says what changed to those who do not see it; the focus never moves for it. */
export function LiveRegion() {
  const annonce = useDeskState((state) => state.annonce)
  return (
    <output aria-live="polite" className="hors-vue">
      {annonce}
    </output>
  )
}
