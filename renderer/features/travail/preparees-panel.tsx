import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import { ListBox } from 'react-aria-components'
import type { Preparee } from '#contracts/travail.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { localDay } from '../../store/today.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { enLigne, LigneListe, naissanceDe } from './ligne-liste.tsx'
import { useListe } from './use-liste.ts'

/** The limited list of the patients expected: one is prepared, taken up or removed at a time, never the list. Source: ID-14, ID-15. */
export function PrepareesPanel() {
  const { acts, store } = useDesk()
  const refus = useDeskState((state) => state.refus.travail)
  const { liste, panneau, relire } = useListe(acts.listerPreparees)
  const ouvrir = async (admission: string): Promise<void> => {
    if (!(await acts.ouvrirPreparee(admission))) await relire()
  }
  const retirer = async (event: KeyboardEvent): Promise<void> => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
    const admission = option?.getAttribute('data-key')
    if (event.key !== 'Delete' || !admission) return
    event.preventDefault()
    await acts.retirerPreparee(admission)
    await relire()
  }
  return (
    <Panel
      titre="Venues préparées"
      zone="travail"
      className="panneau-travail"
      cote={
        <>
          <p>{liste && `${liste.preparees.length} sur ${liste.maximum} au plus`}</p>
          <ActionButton touche="Échap" onPress={() => store.update((state) => ({ ...state, liste: null }))}>
            Fermer
          </ActionButton>
        </>
      }
    >
      <PreparerForm />
      <Refusal code={refus} />
      <div ref={panneau} onKeyDownCapture={(event) => void retirer(event)}>
        {liste && <ListePreparees preparees={liste.preparees} onOuvrir={(id) => void ouvrir(id)} />}
      </div>
    </Panel>
  )
}

interface ListePrepareesProps {
  readonly preparees: readonly Preparee[]
  readonly onOuvrir: (admission: string) => void
}

function ListePreparees({ preparees, onOuvrir }: ListePrepareesProps) {
  const { now } = useDesk()
  const aujourdhui = localDay(now())
  if (preparees.length === 0) return <p className="note">Aucune venue préparée.</p>
  return (
    <ListBox
      aria-label="Venues préparées, la plus proche d’abord"
      className="liste liste-travail"
      onAction={(admission) => onOuvrir(String(admission))}
    >
      {preparees.map((preparee) => (
        <LigneListe
          key={preparee.admission}
          ligne={preparee}
          mention={`attendue le ${ecrireJour(preparee.pour)}`}
        >
          {enLigne(
            preparee.pour <= aujourdhui ? 'Entrée\u00a0: patient présent' : 'Entrée\u00a0: compléter',
            'Suppr\u00a0: retirer',
            preparee.lieu,
            naissanceDe(preparee),
            `IPP\u00a0${preparee.ipp}`,
          )}
        </LigneListe>
      ))}
    </ListBox>
  )
}

/** Opens the form for a patient who is not there; the day he is expected comes first. */
function PreparerForm() {
  const { acts } = useDesk()
  const id = useId()
  const [pour, setPour] = useState('')
  const preparer = (event: FormEvent): void => {
    event.preventDefault()
    void acts.preparerVenue(pour)
  }
  return (
    <form className="champ preparer" onSubmit={preparer}>
      <label className="libelle" htmlFor={id}>
        Attendu le
      </label>
      <DayInput id={id} data-entree="" value={pour} onChange={setPour} />
      <button type="submit" className="bouton principal">
        Préparer une venue<kbd>Entrée</kbd>
      </button>
    </form>
  )
}
