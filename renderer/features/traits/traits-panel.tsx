import { useEffect, type KeyboardEvent } from 'react'
import type { Trait } from '#domain/identite/traits.ts'
import { focusNextField, focusTrait, focusZone } from '../../keyboard/zones.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Shape } from '../../ui/shape.tsx'
import { AttributsBar } from './attributs-bar.tsx'
import { CirconstanceList } from './circonstance-list.tsx'
import { CirconstanceRappel } from './circonstance-rappel.tsx'
import { LieuField } from './lieu-field.tsx'
import { PlaceWarning } from './place-warning.tsx'
import { LegendeProvenance } from './provenance.tsx'
import { SexeField } from './sexe-field.tsx'
import { TraitField } from './trait-field.tsx'
import { TraitRefusal } from './trait-refusal.tsx'
import { VenueButton } from './venue-button.tsx'
import { VenueList } from './venue-list.tsx'

/** The rows of the form, in document order; a refusal is written under the row of its field. */
const RANGEES: readonly (readonly Trait[])[] = [
  ['nomNaissance'],
  ['prenomsNaissance', 'premierPrenom'],
  ['sexe', 'dateNaissance', 'lieuNaissance'],
  ['nomUtilise', 'prenomUtilise'],
]

interface TraitsPanelProps {
  readonly admission: string
  readonly onCirconstance: () => unknown
  readonly onVenue: () => unknown
  readonly onLegende: () => unknown
}

/** The traits of the patient; Entrée goes to the next field, and after the last one to the document. */
export function TraitsPanel({ admission, ...gestes }: TraitsPanelProps) {
  const verrouille = useDeskState((state) => state.admission?.insi.etat === 'acceptee')
  const refus = useDeskState((state) => state.refus.traits)
  const circonstances = useDeskState((state) => state.circonstanceDepliee)
  const legende = useDeskState((state) => state.legendeDepliee)
  const venues = useDeskState((state) => state.venueDepliee)
  // A patient only comes on screen because the agent asked: he types at once.
  useEffect(() => focusTrait(document), [])
  return (
    <Panel titre="Traits d’identité" zone="traits" className="panneau-traits" cote={<Cote {...gestes} />}>
      {legende && <LegendeProvenance />}
      {circonstances && <CirconstanceList />}
      {venues && <VenueList />}
      {/* Entrée is a desk habit added to Tab; the group itself is not a control. */}
      <fieldset className="rangees" aria-label="Saisie des traits" onKeyDownCapture={advance}>
        <CirconstanceRappel admission={admission} />
        {RANGEES.map((rangee) => (
          <div key={rangee.join('-')} className={`rangee rangee-${rangee.length}`}>
            {rangee.map((trait) =>
              trait === 'sexe' ? (
                <SexeField key={trait} admission={admission} verrouille={verrouille} />
              ) : trait === 'lieuNaissance' ? (
                <LieuField key={trait} admission={admission} verrouille={verrouille} />
              ) : (
                <TraitField key={trait} trait={trait} admission={admission} verrouille={verrouille} />
              ),
            )}
            {rangee.map((trait) => (
              <TraitRefusal key={trait} trait={trait} nomme={rangee.length > 1} />
            ))}
            {rangee.includes('lieuNaissance') && <PlaceWarning />}
          </div>
        ))}
      </fieldset>
      <Refusal code={refus} />
      <AttributsBar />
    </Panel>
  )
}

/** What may be said of the patient besides his traits, and whether these are locked. */
function Cote({ onCirconstance, onVenue, onLegende }: Omit<TraitsPanelProps, 'admission'>) {
  const { acts } = useDesk()
  const verrouille = useDeskState((state) => state.admission?.insi.etat === 'acceptee')
  return (
    <>
      <ActionButton touche="F1" onPress={onLegende}>
        Origine
      </ActionButton>
      <VenueButton onVenue={onVenue} />
      {verrouille ? (
        <>
          <p className="etat-verrou">
            <Shape name="verrou" />
            <span>Traits INSi</span>
          </p>
          <ActionButton touche="Maj+F4" onPress={acts.deverrouiller}>
            Déverrouiller
          </ActionButton>
        </>
      ) : (
        <ActionButton touche="F5" onPress={onCirconstance}>
          Circonstance
        </ActionButton>
      )}
    </>
  )
}

function advance(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  // A field with a list first takes what the list proposes, and goes on by itself.
  if (event.target.role === 'combobox') return
  event.preventDefault()
  if (!focusNextField(document)) focusZone(document, 'piece')
}
