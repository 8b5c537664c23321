import type { VueAdmission } from '#domain/admission/vue.ts'
import { annonceAdmission, annonceCartes, annonceConnexion } from './annonces.ts'
import { premierEcran } from '../workflow/premier-ecran.ts'
import { printsTheSame } from '../workflow/printed-identity.ts'
import {
  FRESH_PATIENT,
  PATIENT_OUVERT,
  type DeskState,
  type Impressions,
  type PatientOuvert,
} from './desk-state.ts'
import { share } from './share.ts'

/** Puts an admission on the screen; nothing of the previous patient survives a change of admission. */
export function receiveAdmission(state: DeskState, signalee: VueAdmission | null): DeskState {
  const recue = signalee?.close ? null : signalee
  const avant = state.admission ?? null
  const memePatient = avant?.id === recue?.id
  const annonce = annonceAdmission(avant, recue) ?? state.annonce
  // What stands on an empty desk, a list or a search, is no patient's.
  if (recue === null && state.admission === null) return state
  if (!memePatient || recue === null || avant === null)
    return { ...state, ...FRESH_PATIENT, ...returning(state, recue), admission: recue, annonce, retour: null }
  const admission = share(avant, recue)
  const decidee = admission.insi.etat !== 'trouvee'
  return {
    ...state,
    admission,
    annonce,
    impressions: printsTheSame(avant, admission) ? state.impressions : outdated(state.impressions),
    pieceDepliee: state.pieceDepliee && admission.piece === avant.piece,
    motifDemande: state.motifDemande && !decidee,
    consultation: admission.pagesCopie === avant.pagesCopie ? state.consultation : null,
  }
}

/** What this agent had before him for this patient, when his session closed under him. */
const returning = ({ retour, agent }: DeskState, recue: VueAdmission | null) =>
  retour?.agent === agent?.identifiant && retour?.admission === recue?.id ? retour?.patient : undefined

/** The pages already printed no longer say what the identity has become. */
const outdated = ({ planche, fiche, notice }: Impressions): Impressions => ({
  planche: planche && { ...planche, perime: true },
  fiche: fiche && { ...fiche, perime: true },
  notice: notice && { ...notice, perime: true },
})

/** Shows what the base says of a person; only what concerns the patient on screen is said aloud. */
export function receiveAntecedents(state: DeskState, recus: DeskState['antecedents']): DeskState {
  const antecedents = share(state.antecedents, recus)
  if (antecedents === state.antecedents) return state
  const nombre = antecedents?.admission === state.admission?.id ? (antecedents?.doublons.length ?? 0) : 0
  const nouveaux = nombre > 0 && nombre !== state.antecedents?.doublons.length
  const annonce = nouveaux ? 'Un patient connu peut être celui-ci.' : state.annonce
  return { ...state, antecedents, annonce }
}

export function receiveCartes(state: DeskState, recues: NonNullable<DeskState['cartes']>): DeskState {
  const cartes = share(state.cartes, recues)
  if (cartes === state.cartes) return state
  const memeLecture = cartes.lecture === state.cartes?.lecture
  return {
    ...state,
    cartes,
    beneficiaire: memeLecture ? state.beneficiaire : null,
    annonce: annonceCartes(state.cartes, cartes) ?? state.annonce,
  }
}

/** How one may sign in; a card that comes or goes is said aloud only where nobody is signed in. */
export function receiveConnexion(state: DeskState, recue: NonNullable<DeskState['connexion']>): DeskState {
  const connexion = share(state.connexion, recue)
  if (connexion === state.connexion) return state
  const annonce = state.agent ? null : annonceConnexion(state.connexion, connexion)
  return { ...state, connexion, annonce: annonce ?? state.annonce }
}

/** The signed-in agent changed; when nobody is signed in, no patient stays on the screen. */
export function receiveAgent(state: DeskState, agent: NonNullable<DeskState['agent']> | null): DeskState {
  const same = share(state.agent, agent)
  if (same === state.agent) return state
  if (same !== null && state.agent) return { ...state, agent: same }
  // The workstation says for the first time that nobody is signed in: a refusal to sign in may have come before.
  if (same === null && state.agent === undefined) return { ...state, agent: same }
  return {
    ...state,
    ...FRESH_PATIENT,
    agent: same,
    ecran: premierEcran(same?.droits ?? []),
    compteAChanger: null,
    admission: undefined,
    cartes: undefined,
    antecedents: null,
    retour: same === null ? leaving(state) : ofAgent(state.retour, same.identifiant),
  }
}

const ofAgent = (retour: DeskState['retour'], agent: string): DeskState['retour'] =>
  retour?.agent === agent ? retour : null

/** What the agent who leaves had before him, to be found again by him alone. */
function leaving(state: DeskState): DeskState['retour'] {
  const { agent, admission } = state
  if (!agent || !admission) return null
  const patient = Object.fromEntries(
    PATIENT_OUVERT.map((nom) => [nom, state[nom]]),
  ) as unknown as PatientOuvert
  return { agent: agent.identifiant, admission: admission.id, patient }
}
