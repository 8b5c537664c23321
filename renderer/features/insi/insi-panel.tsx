import type { ReactNode } from 'react'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Noeud } from '#domain/decision/noeuds.ts'
import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Shape } from '../../ui/shape.tsx'
import { BoutonDifferer, NoteDiffere } from './appel-differe.tsx'
import { Comparaison } from './comparaison.tsx'
import { DecisionSteps } from './decision-steps.tsx'
import { ElapsedTime } from './elapsed-time.tsx'
import { MotifList } from './motif-list.tsx'
import { BoutonVerification, NoteVerification } from './verification.tsx'
import { VerdictEnsemble } from './verdict.tsx'

interface InsiPanelProps {
  readonly onInsi: () => unknown
  readonly onValider: () => unknown
}

/** The lookup: one deliberate call, its answer side by side with the form, and the decision of a person. */
export function InsiPanel({ onInsi, onValider }: InsiPanelProps) {
  const { acts } = useDesk()
  const vue = useDeskState((state) => state.admission)
  const refus = useDeskState((state) => state.refus.insi)
  const panne = useDeskState(
    (state) => state.poste?.composants.find(({ nom }) => nom === 'insi')?.refus ?? null,
  )
  if (!vue) return null
  const { insi } = vue
  const peutAppelerMaintenant = insi.etat === 'aucune' && vue.actions.interrogerInsi === null
  const peutAppeler = insi.etat !== 'en-cours' && insi.etat !== 'acceptee' && insi.etat !== 'trouvee'
  return (
    <Panel
      titre="Téléservice INSi"
      zone="insi"
      className="panneau-insi"
      cote={
        <>
          <EtatInsi vue={vue} />
          {vue.actions.annulerInsi === null && (
            <ActionButton touche="Échap" onPress={acts.annulerInsi}>
              Annuler
            </ActionButton>
          )}
          {insi.etat === 'acceptee' && vue.actions.annulerInsi !== null && (
            <BoutonVerification vue={vue} onInsi={onInsi} />
          )}
          <BoutonDifferer vue={vue} />
          {peutAppeler && (
            <ActionButton touche="F4" onPress={onInsi} disabled={vue.actions.interrogerInsi !== null}>
              {insi.etat === 'aucune' ? 'Appeler' : 'Rappeler'}
            </ActionButton>
          )}
        </>
      }
    >
      <NoteVerification vue={vue} />
      <NoteDiffere vue={vue} />
      <CorpsInsi vue={vue} refus={refus ?? null} onValider={onValider} />
      <Refusal code={refus ?? (peutAppelerMaintenant ? panne : null)} />
      {refus && SANS_CARTE.has(refus) && (
        <ActionButton touche="Ctrl+F2" onPress={acts.oublierCarte}>
          Répondre de ces traits sans la carte
        </ActionButton>
      )}
    </Panel>
  )
}

/** The card of the traits is not in the reader: the agent may answer for them himself. */
const SANS_CARTE: ReadonlySet<CodeRefus> = new Set<CodeRefus>([
  'insi/carte-vitale-absente',
  'insi/carte-vitale-changee',
])

function EtatInsi({ vue }: { readonly vue: VueAdmission }) {
  switch (vue.insi.etat) {
    case 'aucune':
      return <p className="etat-insi">Non interrogé</p>
    case 'en-cours':
      return (
        <p className="etat-insi">
          Recherche en cours, <ElapsedTime />
        </p>
      )
    case 'trouvee':
      return (
        <VerdictEnsemble gravite={vue.gravite} autreMatricule={vue.decision.noeud === 'autre-matricule'} />
      )
    case 'acceptee':
      return vue.verification.etat === 'en-cours' ? (
        <p className="etat-insi">
          Vérification en cours, <ElapsedTime />
        </p>
      ) : (
        <p className="etat-insi acceptee">
          <Shape name="pret" />
          <span>{vue.verification.etat === 'conforme' ? 'Identité confirmée' : 'Réponse acceptée'}</span>
        </p>
      )
    case 'ecartee':
      return <p className="etat-insi">Réponse écartée</p>
    case 'non-trouvee':
      return (
        <p className="etat-insi">
          {vue.insi.codeCR === '01' ? 'Aucune identité (01)' : 'Plusieurs identités (02)'}
        </p>
      )
    case 'en-echec':
      return (
        <p className="etat-insi">{vue.differe?.etat === 'en-attente' ? 'Appel différé' : 'Sans réponse'}</p>
      )
  }
}

/** The nodes shown with their ways out; at the others the usual keys say enough. */
const A_DECIDER: ReadonlySet<Noeud> = new Set([
  'nom-a-verifier',
  'a-relancer',
  'relances-epuisees',
  'autre-prenom',
  'ecart-majeur',
  'autre-matricule',
  'ecartee',
])

interface CorpsInsiProps {
  readonly vue: VueAdmission
  /** What the panel already says under it. */
  readonly refus: CodeRefus | null
  readonly onValider: () => unknown
}

function CorpsInsi({ vue, refus, onValider }: CorpsInsiProps) {
  switch (vue.insi.etat) {
    case 'aucune': {
      const empeche = vue.actions.interrogerInsi
      return empeche !== null && empeche !== refus && <p className="note">{phraseDe({ code: empeche })}</p>
    }
    case 'non-trouvee':
      return <DecisionSteps vue={vue} />
    case 'en-echec':
      return vue.differe?.etat === 'en-attente' ? null : <Refusal code={vue.insi.refus} />
    case 'trouvee':
      return <Decision vue={vue} onValider={onValider} />
    case 'ecartee':
      return <DecisionSteps vue={vue} />
    case 'en-cours':
    case 'acceptee':
      return null
  }
}

const AVERTISSEMENTS = {
  'cle-fausse': 'La clé du numéro retourné est fausse\u00a0: signalez-le au référent INS.',
  'oid-inconnu': 'L’origine du numéro retourné est inconnue\u00a0: signalez-le au référent INS.',
  'lieu-absent': 'INSi n’a pas retourné de lieu de naissance\u00a0: celui de la saisie est conservé.',
} as const

function Decision({ vue, onValider }: { readonly vue: VueAdmission; readonly onValider: () => unknown }) {
  const motifDemande = useDeskState((state) => state.motifDemande)
  const avertissements = vue.insi.etat === 'trouvee' ? vue.insi.avertissements : []
  return (
    <div className="decision">
      {vue.ecarts.length === 0 && vue.insi.etat === 'trouvee' ? (
        <p className="note">Complétez les traits pour comparer.</p>
      ) : (
        <Suites vue={vue} montrees={!motifDemande && A_DECIDER.has(vue.decision.noeud)}>
          <Comparaison ecarts={vue.ecarts} resserree={motifDemande || vue.gravite === 'majeur'} />
        </Suites>
      )}
      {avertissements.map((code) => (
        <p key={code} className="note">
          {AVERTISSEMENTS[code]}
        </p>
      ))}
      {motifDemande ? <MotifList /> : <Boutons vue={vue} onValider={onValider} />}
    </div>
  )
}

const Suites = ({
  vue,
  montrees,
  children,
}: {
  readonly vue: VueAdmission
  readonly montrees: boolean
  readonly children: ReactNode
}) => (montrees ? <DecisionSteps vue={vue}>{children}</DecisionSteps> : children)

function Boutons({ vue, onValider }: { readonly vue: VueAdmission; readonly onValider: () => unknown }) {
  const { acts } = useDesk()
  // Where nothing may be accepted the ways out are the steps themselves.
  if (vue.gravite === 'majeur' || vue.decision.noeud === 'autre-matricule') return null
  return (
    <div className="boutons">
      {vue.attente ? (
        <p className="note">{phraseDe({ code: vue.attente.refus })}</p>
      ) : (
        <ActionButton touche="F9" principal onPress={onValider} disabled={vue.actions.accepterInsi !== null}>
          {vue.decision.motifRequis ? 'Accepter avec un motif' : 'Accepter'}
        </ActionButton>
      )}
      <ActionButton touche="Maj+F9" onPress={acts.ecarterInsi}>
        Écarter
      </ActionButton>
    </div>
  )
}
