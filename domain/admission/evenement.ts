import type { Beneficiaire } from '../cartes/lecture-vitale.ts'
import type { TraitsCherches } from '../doublons/traits-cherches.ts'
import type { MotifConsultation } from '../copies/motifs-consultation.ts'
import type { Conclusion, MotifTransfert, Notice } from '../decision/faits-decision.ts'
import type { Attribut } from '../identite/attributs.ts'
import type { PieceVue } from '../identite/piece.ts'
import type { Statut } from '../identite/statut.ts'
import type { Trait } from '../identite/traits.ts'
import type { Gravite, TraitCompare } from '../ecarts/ecart.ts'
import type { DemandeInsi } from '../insi/demande.ts'
import type { Relance } from '../insi/plan-relances.ts'
import type { IssueVerification } from '../insi/issue-verification.ts'
import type { EchangeInsi, IdentiteInsi } from '../insi/reponse.ts'
import type { CodeRefus, Refus } from '../refus/refus.ts'
import type { Result } from '../result.ts'
import type { Admission, MotifEcart } from './admission.ts'
import type { CauseAnnulation } from './appel-differe.ts'
import type { Circonstance } from './circonstance.ts'
import type { ChampVenue } from './venue.ts'
import type { CauseVerification } from './echeances.ts'
import type { PageGardee } from './page-gardee.ts'

/** What may happen to an admission: acts of a person, and answers of INSi. No event sets a status. */
export type Evenement =
  /** `carte` tells the reading it is from, for the call to INSi to be made with the same card. */
  | { readonly type: 'beneficiaire-choisi'; readonly beneficiaire: Beneficiaire; readonly carte?: string }
  /** The card was taken back: the agent answers for its traits. */
  | { readonly type: 'carte-oubliee' }
  | { readonly type: 'trait-saisi'; readonly trait: Trait; readonly brut: string }
  | { readonly type: 'traits-deverrouilles' }
  /** The text of an INS DataMatrix, as the scanner gave it. */
  | { readonly type: 'datamatrix-lu'; readonly message: string }
  /** The Appli carte Vitale of the patient, or of whoever bears his rights, gave his INS in person. */
  | { readonly type: 'appli-vitale-lue'; readonly identite: IdentiteInsi }
  | { readonly type: 'circonstance-choisie'; readonly circonstance: Circonstance }
  | { readonly type: 'mere-liee'; readonly ipp: string | null }
  | { readonly type: 'venue-modifiee'; readonly champ: ChampVenue; readonly code: string }
  | { readonly type: 'piece-enregistree'; readonly piece: PieceVue }
  | { readonly type: 'piece-retiree' }
  /** Pages of the document recorded, already kept at the edge. */
  | { readonly type: 'copie-jointe'; readonly pages: readonly PageGardee[] }
  | { readonly type: 'copie-consultee'; readonly page: number; readonly motif: MotifConsultation }
  | { readonly type: 'attribut-bascule'; readonly attribut: Attribut; readonly actif: boolean }
  /** `carteVue`: the Carte Vitale read again just before the call, null when there is none. */
  | { readonly type: 'insi-demandee'; readonly appelId: string; readonly carteVue?: string | null }
  | { readonly type: 'insi-annulee' }
  | {
      readonly type: 'insi-repondue'
      readonly appelId: string
      readonly resultat: Result<EchangeInsi, Refus>
    }
  | { readonly type: 'insi-acceptee'; readonly motif: MotifEcart | null }
  | { readonly type: 'insi-ecartee' }
  /** The call that just failed is put off, at this instant (ISO 8601 UTC). */
  | { readonly type: 'appel-differe'; readonly le: string }
  /** INSi answers again: the call put off leaves. */
  | { readonly type: 'differe-rejoue'; readonly appelId: string }
  | { readonly type: 'differe-annule'; readonly cause: 'agent' | 'patient-revenu' }
  /** An INS accepted before is verified again. */
  | { readonly type: 'verification-demandee'; readonly appelId: string }
  | { readonly type: 'etat-civil-declare' }
  /** After INSi found nobody: the agent read the birth name on the document again. */
  | { readonly type: 'nom-naissance-verifie' }
  | { readonly type: 'transfert-demande'; readonly motif: MotifTransfert }
  | ({ readonly type: 'notice-remise' } & NoticeImprimee)
  | { readonly type: 'document-imprime'; readonly document: DocumentImprime; readonly lot: string }
  /** The base was searched with these traits, by itself or by the agent. */
  | {
      readonly type: 'anteriorite-cherchee'
      readonly cherches: TraitsCherches
      readonly trouves: number
    }
  /** The patient is one already known: his last admission. */
  | { readonly type: 'patient-repris'; readonly connue: Admission }
  /** This agent takes up an admission that awaits him, or a visit prepared. */
  | { readonly type: 'admission-prise'; readonly agent: string }
  | { readonly type: 'dossier-conclu'; readonly conclusion: Conclusion }
  | { readonly type: 'patient-arrive' }
  | { readonly type: 'preparation-retiree' }
  | { readonly type: 'close' }

/** What a call is made for: the visit of a patient who is there, or one of the limited list of visits prepared. Source: ID-15; CNIL. */
export type Finalite = 'venue' | 'preadmission'

export type DocumentImprime = 'planche' | 'fiche'

/** A notice as it left the printer: which one, its batch, the traits it names, and whether the leaflet of the site was with it. */
export interface NoticeImprimee {
  readonly notice: Notice
  readonly lot: string
  readonly differents: readonly TraitCompare[]
  readonly depliant: boolean
}

/** A line of the journal about this admission: facts and codes, never identity data. */
export type Acte =
  | { readonly acte: 'beneficiaire-choisi'; readonly rang: number }
  | { readonly acte: 'carte-oubliee' }
  | { readonly acte: 'trait-modifie'; readonly trait: Trait }
  | { readonly acte: 'traits-deverrouilles' }
  | { readonly acte: 'datamatrix-lu' }
  | { readonly acte: 'appli-vitale-lue' }
  | { readonly acte: 'circonstance-choisie'; readonly circonstance: Circonstance }
  | { readonly acte: 'mere-liee' | 'mere-deliee' }
  | { readonly acte: 'venue-modifiee'; readonly champ: ChampVenue; readonly code: string }
  /** Presented to someone who may not validate from it. */
  | { readonly acte: 'piece-enregistree' | 'piece-presentee'; readonly piece: string }
  | {
      readonly acte: 'piece-retiree'
      readonly cause: 'agent' | 'trait-modifie' | 'circonstance' | 'attribut'
    }
  | { readonly acte: 'copie-jointe'; readonly copie: string; readonly piece: string; readonly octets: number }
  | { readonly acte: 'copie-consultee'; readonly copie: string; readonly motif: MotifConsultation }
  | { readonly acte: 'copies-effacees'; readonly pages: number }
  | { readonly acte: 'attribut-pose' | 'attribut-leve'; readonly attribut: Attribut }
  | ({
      readonly acte: 'insi-demandee'
      readonly appelId: string
      readonly lieu: boolean
      readonly finalite: Finalite
    } & Pick<Relance, 'variante' | 'rang' | 'sur'>)
  | ({
      readonly acte: 'verification-demandee'
      readonly appelId: string
      readonly cause: CauseVerification
      readonly finalite: Finalite
    } & Pick<Relance, 'variante' | 'rang' | 'sur'>)
  | { readonly acte: 'verification-conclue'; readonly issue: IssueVerification }
  | { readonly acte: 'etat-civil-declare' }
  | { readonly acte: 'insi-annulee'; readonly appelId: string }
  | {
      readonly acte: 'insi-repondue'
      readonly appelId: string
      readonly issue: '00' | '01' | '02' | CodeRefus
    }
  | { readonly acte: 'insi-reponse-ignoree'; readonly appelId: string }
  | { readonly acte: 'insi-acceptee'; readonly gravite: Gravite; readonly motif: MotifEcart | null }
  | { readonly acte: 'insi-ecartee' }
  | { readonly acte: 'appel-differe'; readonly refus: CodeRefus }
  /** `par`: the agent whose act this call is. */
  | { readonly acte: 'appel-rejoue'; readonly appelId: string; readonly par: string }
  /** The rules refuse the call put off, as the file stands now. */
  | { readonly acte: 'rejeu-refuse'; readonly refus: CodeRefus }
  | { readonly acte: 'differe-annule'; readonly cause: CauseAnnulation }
  | { readonly acte: 'differe-revu' }
  | { readonly acte: 'nom-naissance-verifie' }
  | { readonly acte: 'transfert-demande'; readonly motif: MotifTransfert }
  | ({ readonly acte: 'notice-remise' } & NoticeImprimee)
  | { readonly acte: 'insi-invalidee' }
  | { readonly acte: 'document-imprime'; readonly document: DocumentImprime; readonly lot: string }
  | { readonly acte: 'statut-change'; readonly de: Statut; readonly vers: Statut }
  | { readonly acte: 'anteriorite-cherchee'; readonly trouves: number }
  | { readonly acte: 'patient-repris'; readonly venue: string }
  /** `de`: identifier of the agent in whose hands it was. */
  | { readonly acte: 'admission-prise'; readonly de: string }
  | { readonly acte: 'dossier-conclu'; readonly conclusion: Conclusion }
  | { readonly acte: 'patient-arrive' | 'preparation-retiree' }
  | { readonly acte: 'admission-close'; readonly statut: Statut }

/** What the edge must do after an event. */
export type Effet =
  | { readonly type: 'appeler-insi'; readonly appelId: string; readonly demande: DemandeInsi }
  | { readonly type: 'annuler-insi'; readonly appelId: string }
  /** Before the admission is stored: a crash in between leaves a copy missing, never one too many. */
  | { readonly type: 'effacer-copies'; readonly copies: readonly string[] }
  | { readonly type: 'journaliser'; readonly acte: Acte }
