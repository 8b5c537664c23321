import type { DoublonMontre, VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import type { DeskState } from '../../store/desk-state.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { PatientList } from './patient-list.tsx'

const MENTIONS: Readonly<Record<DoublonMontre['niveau'], string>> = {
  certain: 'Doublon certain',
  probable: 'Doublon probable',
  possible: 'À vérifier',
}

/** What the base says of the person at the desk; advisory, it never stops the form. Absent when it says nothing. */
export function DoublonsPanel() {
  const antecedents = useDeskState(antecedentsDuPatient)
  const refus = useDeskState((state) => state.refus.recherche)
  if (antecedents === null) return null
  const { doublons, etat } = antecedents
  if (doublons.length === 0) return etat === 'en-echec' ? <Refusal code="anteriorite/absente" /> : null
  return (
    <Panel
      titre="Déjà connu&nbsp;?"
      zone="doublons"
      className="panneau-doublons"
      cote={<p>{nombreDe(doublons.length)}&nbsp;: F6 pour y aller, Entrée pour reprendre</p>}
    >
      <PatientList
        libelle="Patients connus qui peuvent être celui-ci"
        patients={doublons.map((doublon) => ({
          patient: doublon.patient,
          mention: MENTIONS[doublon.niveau],
          detail: raisonsDe(doublon),
        }))}
      />
      <Refusal code={refus} />
    </Panel>
  )
}

/** The signal names its admission: what was searched for another patient is not shown, however late it comes. */
const antecedentsDuPatient = ({ antecedents, admission }: DeskState): VueAntecedents | null =>
  antecedents && antecedents.admission === admission?.id ? antecedents : null

const nombreDe = (nombre: number): string => (nombre === 1 ? 'Un patient' : `${nombre} patients`)

const MEME = 'même '

/** What agrees and what differs, in one line: what is the same, then what is nearly so, then what is not. */
function raisonsDe({ accords }: DoublonMontre): string {
  const connus = Object.values(accords).filter(({ degre }) => degre !== 'inconnu')
  const raisons = connus.map(({ degre, raison }) => (degre === 'different' ? `mais ${raison}` : raison))
  const memes = raisons.filter((raison) => raison.startsWith(MEME))
  const autres = raisons.filter((raison) => !raison.startsWith(MEME))
  if (memes.length < 2) return raisons.join(', ')
  return [`mêmes ${memes.map((raison) => raison.slice(MEME.length)).join(', ')}`, ...autres].join(' ; ')
}
