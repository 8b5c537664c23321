import { useDeskState } from '../../store/use-desk.ts'
import { Shape } from '../../ui/shape.tsx'

/** Says that the workstation is out of reach; what is typed stays on the screen meanwhile. */
export function LinkBanner() {
  const liaison = useDeskState((state) => state.liaison)
  if (liaison === 'connecte') return null
  return (
    <p className="liaison" role="alert">
      <Shape name="attention" />
      <span>
        {liaison === 'perdu'
          ? 'Liaison avec le poste perdue, reconnexion… Votre saisie reste à l’écran.'
          : 'Cette fenêtre n’est plus autorisée par le poste : fermez-la et relancez le guichet.'}
      </span>
    </p>
  )
}
