import type { z } from 'zod'
import type { VueCartes } from '#contracts/cartes.ts'
import type { VueContinuite } from '#contracts/continuite.ts'
import type { EtatPoste } from '#contracts/poste.ts'
import type { agent, VueConnexion } from '#contracts/session.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { MotifConsultation } from '#domain/copies/motifs-consultation.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import type { Trait } from '#domain/identite/traits.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import type { EtatLiaison } from '../transport/keep-line.ts'

/** The parts of the screen; F6 goes round the five that an agent works in, a refusal is shown in the one that caused it. */
export type Zone =
  | 'session'
  | 'carte'
  | 'traits'
  | 'piece'
  | 'insi'
  | 'impression'
  | 'patient'
  | 'recherche'
  | 'travail'
  | 'suivi'
  | Ecran

/** What takes the whole window: the desk, or what is done apart from any patient. */
export type Ecran = 'guichet' | 'administration' | 'mot-de-passe' | 'telephone'

/** A work list: what awaits the person at the desk, or the visits prepared. */
export type Liste = 'attentes' | 'preparees'

/** What left for the printer for the patient on screen. */
export interface Lot {
  readonly lot: string
  readonly pages: number
  /** False when a trait was too long and had to be cut with a visible mark. */
  readonly complet: boolean
}

/** A batch stays shown when the identity changes after it, as no longer true. */
export interface Envoi extends Lot {
  readonly perime: boolean
}

export interface Impressions {
  readonly planche: Envoi | null
  readonly fiche: Envoi | null
  readonly notice: Envoi | null
}

/** A copy being looked at: why, once it was said, and which page; the image is here and nowhere else. */
export interface Consultation {
  readonly motif: MotifConsultation | null
  readonly page: number
  readonly image: Blob | null
}

/** Everything the screens show; `undefined` means the workstation has not said yet. */
export interface DeskState {
  readonly liaison: EtatLiaison
  readonly agent: z.infer<typeof agent> | null | undefined
  readonly ecran: Ecran
  /** How one may sign in, and the professional card inserted. */
  readonly connexion: VueConnexion | undefined
  /** Whose password was given by somebody else, or who has no telephone yet: nothing opens before that is done. */
  readonly compteAChanger: string | null
  readonly admission: VueAdmission | null | undefined
  readonly cartes: VueCartes | undefined
  /** What the base says of a person; shown only for the admission it names. */
  readonly antecedents: VueAntecedents | null
  readonly poste: EtatPoste | undefined
  /** How INSi answers this workstation, and the calls put off. */
  readonly continuite: VueContinuite | undefined
  readonly refus: Readonly<Partial<Record<Zone, CodeRefus>>>
  readonly impressions: Impressions
  /** Index of the person chosen on the card for this patient, to fold the list once it served. */
  readonly beneficiaire: number | null
  /** The persons of the card are shown although the form was begun by hand. */
  readonly carteDepliee: boolean
  /** The search of a known patient takes the place of the steps. */
  readonly rechercheOuverte: boolean
  /** A work list takes the place of the steps. */
  readonly liste: Liste | null
  /** The list this patient was taken from, and goes back to. */
  readonly reprise: Liste | null
  /** How to leave a file that cannot be completed is asked. */
  readonly conclusionDemandee: boolean
  /** The document list is unfolded although the lookup awaits a decision. */
  readonly pieceDepliee: boolean
  /** The list of circumstances is unfolded. */
  readonly circonstanceDepliee: boolean
  /** What the visit may be is unfolded. */
  readonly venueDepliee: boolean
  /** What the badges of the traits mean is shown. */
  readonly legendeDepliee: boolean
  /** The reasons of a minor difference are asked for. */
  readonly motifDemande: boolean
  /** First free label of the sheet in the printer. */
  readonly debutPlanche: number
  /** The trait being typed in: its refusal waits until the agent leaves the field. */
  readonly traitEnFrappe: Trait | null
  readonly confirmation: boolean
  readonly consultation: Consultation | null
  readonly annonce: string
  /** Where an agent left his patient when his session closed under him; nobody else finds it. */
  readonly retour: Retour | null
}

/** What an agent had unfolded and printed for a patient: it holds no identity. */
export interface Retour {
  readonly agent: string
  readonly admission: string
  readonly patient: PatientOuvert
}

/** What is found again of a screen that was left; neither a refusal nor the copy being looked at. */
export const PATIENT_OUVERT = [
  'impressions',
  'beneficiaire',
  'carteDepliee',
  'rechercheOuverte',
  'liste',
  'reprise',
  'conclusionDemandee',
  'pieceDepliee',
  'circonstanceDepliee',
  'venueDepliee',
  'legendeDepliee',
  'motifDemande',
  'debutPlanche',
] as const satisfies readonly (keyof DeskState)[]

export type PatientOuvert = Pick<DeskState, (typeof PATIENT_OUVERT)[number]>

const NOTHING_PRINTED: Impressions = { planche: null, fiche: null, notice: null }

/** What belongs to one patient and must vanish with him. */
export const FRESH_PATIENT = {
  refus: {},
  impressions: NOTHING_PRINTED,
  beneficiaire: null,
  carteDepliee: false,
  rechercheOuverte: false,
  liste: null,
  reprise: null,
  conclusionDemandee: false,
  pieceDepliee: false,
  circonstanceDepliee: false,
  venueDepliee: false,
  legendeDepliee: false,
  motifDemande: false,
  debutPlanche: 1,
  traitEnFrappe: null,
  confirmation: false,
  consultation: null,
} as const satisfies Partial<DeskState>

export const INITIAL_STATE: DeskState = {
  ...FRESH_PATIENT,
  liaison: 'attendue',
  agent: undefined,
  ecran: 'guichet',
  connexion: undefined,
  compteAChanger: null,
  admission: undefined,
  cartes: undefined,
  antecedents: null,
  poste: undefined,
  continuite: undefined,
  annonce: '',
  retour: null,
}
