import type { KeyboardEvent } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { CONCLUSIONS, MOTIFS_TRANSFERT, type Conclusion } from '#domain/decision/faits-decision.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import type { VueRemise } from '#domain/travail/vue-remise.ts'
import { localDay } from '../../store/today.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { LIBELLES_RAISON } from '../../ui/libelles-raison.ts'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { aConclure } from '../../workflow/a-conclure.ts'

interface SuiviPanelProps {
  readonly onConclure: () => unknown
}

/** What an admission that came from somebody else awaits, and how to leave it when it cannot be done now. Source: DX-06. */
export function SuiviPanel({ onConclure }: SuiviPanelProps) {
  const remise = useDeskState(({ admission, agent }) => aConclure(admission, agent?.identifiant))
  const demandee = useDeskState((state) => state.conclusionDemandee)
  const refus = useDeskState((state) => state.refus.suivi)
  if (!remise) return <Refusal code={refus} />
  return (
    <Panel
      titre={LIBELLES_RAISON[remise.raison]}
      zone="suivi"
      className="panneau-suivi"
      cote={
        <>
          <p>{origineDe(remise)}</p>
          <ActionButton touche="Maj+F10" onPress={onConclure}>
            Conclure
          </ActionButton>
        </>
      }
    >
      {phraseDe(remise) !== null && <p className="note suivi-motif">{phraseDe(remise)}</p>}
      {demandee && <ConclusionList remise={remise} />}
      <Refusal code={refus} />
    </Panel>
  )
}

const origineDe = ({ par, depuis }: VueRemise): string =>
  `par ${par}, le ${ecrireJour(localDay(new Date(depuis)))}`

const phraseDe = ({ transfert, conclusion }: VueRemise): string | null =>
  conclusion ? CONCLUSIONS[conclusion].libelle : transfert && MOTIFS_TRANSFERT[transfert]

const CONCLUSIONS_LISTEES = Object.entries(CONCLUSIONS) as readonly (readonly [
  Conclusion,
  (typeof CONCLUSIONS)[Conclusion],
])[]

const ISSUES = { renvoyee: 'renvoi à l’accueil', 'mise-de-cote': 'mise de côté' } as const

/** A digit, or arrows and Entrée, leaves the file with this sentence; what was sent back is only put aside. */
function ConclusionList({ remise }: { readonly remise: VueRemise }) {
  const { acts } = useDesk()
  const proposees = CONCLUSIONS_LISTEES.filter(
    ([, { issue }]) => remise.raison !== 'renvoyee' || issue === 'mise-de-cote',
  )
  const conclure = async (code: Conclusion | undefined): Promise<void> => {
    if (code && (await acts.conclureDossier(code))) await acts.patientSuivant()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const chiffre = /^[1-9]$/.test(event.key) ? event.key : /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    if (chiffre === undefined) return
    event.preventDefault()
    event.stopPropagation()
    void conclure(proposees[Number(chiffre) - 1]?.[0])
  }
  return (
    // The digits are shortcuts of the list inside, which keeps its own keys.
    <fieldset className="motifs" onKeyDownCapture={onKeyDown}>
      <legend className="libelle">Conclure et quitter&nbsp;: un chiffre, ou flèches puis Entrée</legend>
      <ListBox
        aria-label="Conclusion du dossier"
        className="liste liste-motifs"
        onAction={(cle) => void conclure(proposees.find(([code]) => code === cle)?.[0])}
      >
        {proposees.map(([code, { issue, libelle }], rang) => (
          <ListBoxItem key={code} id={code} textValue={libelle} className="option">
            <kbd>{rang + 1}</kbd>
            <span className="option-nom">{libelle}</span>
            <span className="option-detail">{ISSUES[issue]}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </fieldset>
  )
}
