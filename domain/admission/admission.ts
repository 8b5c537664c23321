import type { TraitsCherches } from '../doublons/traits-cherches.ts'
import type { Copie } from '../copies/copie.ts'
import { DECISION_VIERGE, type FaitsDecision } from '../decision/faits-decision.ts'
import type { Attributs } from '../identite/attributs.ts'
import type { FaitInsi } from '../identite/identite.ts'
import type { PieceVue } from '../identite/piece.ts'
import type { Trait } from '../identite/traits.ts'
import type { DemandeInsi } from '../insi/demande.ts'
import type { IdentiteInsi } from '../insi/reponse.ts'
import type { CodeRefus } from '../refus/refus.ts'
import type { Preparation, Remise } from '../travail/faits-travail.ts'
import type { AppelDiffere } from './appel-differe.ts'
import type { Circonstance } from './circonstance.ts'
import { VENUE_NON_DITE, type Venue } from './venue.ts'
import { SUIVI_VIERGE, type SuiviIns } from './suivi-ins.ts'

/** Where a trait comes from: typed, Carte Vitale, INSi, INS DataMatrix, Appli carte Vitale. Source: PAM ZFD-5, FR Core method collection. */
export type Provenance = 'SM' | 'CV' | 'INSI' | 'CB' | 'AV'

/** A trait on the form: what was typed, the value it stands for when lawful, the rule it breaks otherwise. */
export interface ChampSaisi {
  readonly brut: string
  readonly valeur: string | null
  readonly refus: CodeRefus | null
  readonly provenance: Provenance
}

export type Saisie = Readonly<Record<Trait, ChampSaisi | null>>

export const SAISIE_VIDE: Saisie = {
  nomNaissance: null,
  prenomsNaissance: null,
  premierPrenom: null,
  sexe: null,
  dateNaissance: null,
  lieuNaissance: null,
  nomUtilise: null,
  prenomUtilise: null,
}

/** Why a person accepts a minor difference; a list, so that no identity is ever typed into the journal. */
export const MOTIFS_ECART = {
  'piece-conforme-insi': 'La pièce présentée concorde avec INSi',
  'ecriture-equivalente': 'Écriture équivalente sur la pièce (tirets, apostrophes, espaces)',
  'prenoms-abreges-piece': 'La pièce ne porte pas tous les prénoms',
  'code-lieu-equivalent': 'Le code de lieu désigne la même commune',
  'patient-confirme': 'Le patient confirme les traits retournés, pièce à l’appui',
} as const

export type MotifEcart = keyof typeof MOTIFS_ECART

/** Where the INSi lookup of this patient stands. */
export type Interrogation =
  | { readonly etat: 'aucune' }
  | { readonly etat: 'en-cours'; readonly appelId: string; readonly demande: DemandeInsi }
  | { readonly etat: 'trouvee'; readonly messageId: string; readonly identite: IdentiteInsi }
  | { readonly etat: 'non-trouvee'; readonly codeCR: '01' | '02' }
  | { readonly etat: 'en-echec'; readonly refus: CodeRefus }
  | {
      readonly etat: 'acceptee'
      readonly fait: FaitInsi
      readonly identite: IdentiteInsi
      readonly motif: MotifEcart | null
      /** The strict traits as they stood before INSi's replaced them. */
      readonly avant: Saisie
    }
  | { readonly etat: 'ecartee'; readonly identite: IdentiteInsi }

/** One patient at the desk, from the first keystroke to the next patient. */
export interface Admission {
  readonly id: string
  /** Instant of creation, ISO 8601 UTC. */
  readonly ouverteLe: string
  readonly agent: string
  readonly ipp: string
  readonly nda: string
  /** What this visit is for the establishment: site, sector, type. */
  readonly venue: Venue
  readonly saisie: Saisie
  readonly piece: PieceVue | null
  /** The pages of its copy, in order; none outlives the record of the document. */
  readonly copies: readonly Copie[]
  readonly attributs: Attributs
  readonly interrogation: Interrogation
  readonly decision: FaitsDecision
  readonly suivi: SuiviIns
  /** The call put off until INSi answers again; null when there is none. */
  readonly differe: AppelDiffere | null
  readonly circonstance: Circonstance
  /** Permanent identifier of the mother of a newborn. */
  readonly mereIpp: string | null
  /** The date of a card that no calendar holds, as the card writes it: it only serves billing. Source: EXI ID 12. */
  readonly dateCarte: string | null
  /** The reading of a Carte Vitale the form was filled from: tells it from any other, and no more; null when none was. */
  readonly carteLue: string | null
  /** The traits the search before creation was last made with; null while it was not. Source: EXI ID 17. */
  readonly anteriorite: TraitsCherches | null
  /** The visit is prepared: the patient is not there yet; null once he is. */
  readonly preparation: Preparation | null
  /** Since when it awaits somebody; null while it awaits nobody. */
  readonly remise: Remise | null
  readonly close: boolean
}

/** What the workstation supplies to open an admission. */
export type Ouverture = Pick<Admission, 'id' | 'ouverteLe' | 'agent' | 'ipp' | 'nda'> &
  Partial<Pick<Admission, 'venue' | 'preparation'>>

/** A new admission: nothing typed, nothing preselected, nothing known. */
export function ouvrirAdmission(ouverture: Ouverture): Admission {
  return {
    venue: VENUE_NON_DITE,
    preparation: null,
    ...ouverture,
    saisie: SAISIE_VIDE,
    piece: null,
    copies: [],
    attributs: [],
    interrogation: { etat: 'aucune' },
    decision: DECISION_VIERGE,
    suivi: SUIVI_VIERGE,
    differe: null,
    circonstance: 'ordinaire',
    mereIpp: null,
    dateCarte: null,
    carteLue: null,
    anteriorite: null,
    remise: null,
    close: false,
  }
}
