import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'

/** A visit prepared while nobody is at the desk; one key says that the patient is there. Source: ID-15. */
export function PreparationPanel() {
  const { acts } = useDesk()
  const pour = useDeskState((state) => state.admission?.preparation?.pour ?? null)
  if (pour === null) return null
  return (
    <Panel
      titre="Venue préparée"
      zone="suivi"
      className="panneau-suivi"
      cote={
        <>
          <p>attendue le {ecrireJour(pour)}, patient absent</p>
          <ActionButton touche="Maj+F2" onPress={acts.patientArrive}>
            Patient présent
          </ActionButton>
        </>
      }
    />
  )
}
