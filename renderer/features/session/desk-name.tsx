import { useDeskState } from '../../store/use-desk.ts'

/** Which desk this is, under a sign-in form. */
export function DeskName() {
  const poste = useDeskState((state) => state.poste)
  return (
    <p className="pied-carte">
      {poste &&
        `Poste ${poste.poste}, version ${poste.version}${poste.environnement === 'production' ? '' : ' : identités fictives uniquement'}`}
    </p>
  )
}
