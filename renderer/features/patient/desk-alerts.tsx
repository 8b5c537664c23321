import { phraseDe } from '#domain/refus/refus.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { Shape } from '../../ui/shape.tsx'

/** What stops the whole desk: the link to the workstation, or while it holds, the store of identities and the journal. */
export function DeskAlerts() {
  const liaison = useDeskState((state) => state.liaison)
  const panne = useDeskState(
    (state) =>
      state.poste?.composants.find(
        ({ nom, refus }) => refus !== null && (nom === 'coffre' || nom === 'journal'),
      )?.refus ?? null,
  )
  return (
    <>
      {liaison === 'perdu' && (
        <Alert>Liaison avec le poste perdue, reconnexion… Votre saisie reste à l’écran.</Alert>
      )}
      {liaison === 'expiree' && (
        <Alert>
          Cette fenêtre n’est plus autorisée par le poste&nbsp;: fermez-la et relancez le guichet.
        </Alert>
      )}
      {panne && liaison === 'connecte' && <Alert>{phraseDe({ code: panne })}</Alert>}
    </>
  )
}

function Alert({ children }: { readonly children: string }) {
  return (
    <p className="alerte" role="alert">
      <Shape name="attention" />
      <span>{children}</span>
    </p>
  )
}
