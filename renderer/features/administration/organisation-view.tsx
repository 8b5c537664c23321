import { useEffect, useRef, useState } from 'react'
import { apercuOrganisation, LIBELLES_MODELE } from '#domain/administration/apercu.ts'
import { refusOrganisation } from '#domain/administration/coherence.ts'
import type { VueOrganisation } from '#contracts/administration.ts'
import { MODELES } from '#domain/droits/modeles.ts'
import type { Organisation } from '#domain/droits/organisation.ts'
import type { ClientPoste } from '../../poste.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { OpeningsPanel } from './openings-panel.tsx'
import { lignesOuvertures, lireToutes } from './openings.ts'
import { RightsGrid } from './rights-grid.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useReading } from './use-reading.ts'

const MODES: readonly Organisation['modele'][] = [1, 2, 3, 4, 'personnalise']

const lire = (administration: ClientPoste['administration']) => administration.organisation()

/** How the establishment shares the work: one of the four models or its own rights, and where INSi may be called. */
export function OrganisationView() {
  const [lue, relire] = useReading(lire)
  if (!lue) return <Panel titre="Organisation" />
  return <Reglage key={lue.empreinte} lue={lue} relire={relire} />
}

interface ReglageProps {
  readonly lue: VueOrganisation
  readonly relire: () => Promise<void>
}

function Reglage({ lue, relire }: ReglageProps) {
  const { acts, store } = useDesk()
  const refusPoste = useDeskState((state) => state.refus.administration)
  const [choix, setChoix] = useState(lue.organisation)
  const [lignes, setLignes] = useState(() => lignesOuvertures(lue.organisation))
  const ouvertures = lireToutes(lignes)
  const suivante: Organisation = ouvertures.ok ? { ...choix, ...ouvertures.value } : choix
  const apercu = apercuOrganisation(lue.organisation, suivante)
  const refus = ouvertures.ok ? refusOrganisation(suivante) : ouvertures.error.code

  const appliquer = async (): Promise<void> => {
    if (refus !== null || (apercu.length === 0 && !lue.fichierModifie)) return
    const demande = { organisation: suivante, empreinte: lue.empreinte }
    const issue = await acts.administrer((administration) => administration.choisirOrganisation(demande))
    if (!issue.ok) return
    store.update((state) => ({ ...state, annonce: 'Organisation enregistrée, en vigueur aussitôt.' }))
    await relire()
  }
  useKeys({ F9: () => void appliquer() })

  return (
    <div className="organisation">
      <div className="colonne">
        <ModeleChoice modele={choix.modele} onChange={(modele) => setChoix(selonModele(choix, modele))} />
        <OpeningsPanel lignes={lignes} onChange={setLignes} />
      </div>
      <RightsGrid organisation={choix} onChange={setChoix} />
      <section className="barre-apercu" aria-label="Ce qui change">
        <div className="apercu-acte" aria-live="polite">
          <Apercu phrases={apercu} fichierModifie={lue.fichierModifie} />
          <Refusal code={refus ?? refusPoste} />
        </div>
        <ActionButton touche="F9" principal onPress={appliquer}>
          Appliquer
        </ActionButton>
      </section>
    </div>
  )
}

function Apercu({ phrases, fichierModifie }: { phrases: readonly string[]; fichierModifie: boolean }) {
  return (
    <>
      {fichierModifie && (
        <p>
          configuration.json a été modifié à la main depuis le démarrage du poste&nbsp;: appliquer remplace
          cette organisation par celle de l’écran.
        </p>
      )}
      {phrases.length === 0 ? (
        <p className="attenue">Rien ne change.</p>
      ) : (
        <ul>
          {phrases.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A model brings its rights; one's own rights begin as those shown. */
const selonModele = (organisation: Organisation, modele: Organisation['modele']): Organisation => ({
  ...organisation,
  modele,
  droits: modele === 'personnalise' ? organisation.droits : MODELES[modele],
})

interface ModeleChoiceProps {
  readonly modele: Organisation['modele']
  readonly onChange: (modele: Organisation['modele']) => void
}

function ModeleChoice({ modele, onChange }: ModeleChoiceProps) {
  const choix = useRef<HTMLFieldSetElement>(null)
  // Opened by a key: the arrows begin on the model followed.
  useEffect(() => choix.current?.querySelector<HTMLElement>('input:checked')?.focus(), [])
  return (
    <Panel titre="Modèle d’organisation">
      <fieldset ref={choix} className="choix choix-modele">
        <legend className="hors-vue">Modèle d’organisation</legend>
        {MODES.map((un) => (
          <label key={un}>
            <input type="radio" name="modele" checked={un === modele} onChange={() => onChange(un)} />
            <span>
              {un !== 'personnalise' && `${un}. `}
              {LIBELLES_MODELE[un]}
            </span>
          </label>
        ))}
      </fieldset>
    </Panel>
  )
}
