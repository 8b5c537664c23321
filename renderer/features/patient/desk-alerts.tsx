import type { ReactNode } from 'react'
import { phraseDe } from '#domain/refus/refus.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { ecrireHeure } from '../../ui/meteo.tsx'
import { Shape } from '../../ui/shape.tsx'

/** What everyone at the desk must know: the link lost, and while it holds, the store or the journal failing, or an exercise of IT. */
export function DeskAlerts() {
  const liaison = useDeskState((state) => state.liaison)
  const exercice = useDeskState((state) => state.continuite?.exerciceJusqua ?? null)
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
      {exercice !== null && liaison === 'connecte' && (
        <Alert>
          Exercice de panne INSi jusqu’à {ecrireHeure(exercice)}&nbsp;: aucun appel ne part de ce poste.
        </Alert>
      )}
      {panne && liaison === 'connecte' && <Alert>{phraseDe({ code: panne })}</Alert>}
    </>
  )
}

function Alert({ children }: { readonly children: ReactNode }) {
  return (
    <p className="alerte" role="alert">
      <Shape name="attention" />
      <span>{children}</span>
    </p>
  )
}
