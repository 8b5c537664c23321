import type { Bibliotheque } from '#domain/cartes/bibliotheque.ts'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import type { EtatCpx } from '#domain/cartes/etat-cpx.ts'
import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { CleCpx } from '../cards/cpx/read-token.ts'

/** What the desk asks of the CPx of one insertion. */
export type DemandeCpx =
  | {
      readonly type: 'ouvrirCpx'
      readonly numero: number
      readonly presence: number
      readonly code: Uint8Array
      readonly dernierEssai: boolean
    }
  | {
      readonly type: 'signerCpx'
      readonly numero: number
      readonly presence: number
      readonly condensat: Uint8Array
      readonly cle: CleCpx
    }
  | { readonly type: 'fermerCpx'; readonly numero: number; readonly presence: number }

/** What the desk asks of the card process. Numbers pair a request with its answer. */
export type Demande =
  /** `lecteur` is the one where the patient's card is expected. */
  | { readonly type: 'lireVitale'; readonly numero: number; readonly lecteur: string | null }
  | { readonly type: 'inventorier'; readonly numero: number }
  | { readonly type: 'annuler'; readonly numero: number }
  | DemandeCpx

/** What the card process says. A `battement` only says that it lives. */
export type Nouvelle =
  | { readonly type: 'battement' }
  | { readonly type: 'etat'; readonly etat: EtatCartes }
  | { readonly type: 'lecture'; readonly numero: number; readonly resultat: Result<LectureVitale, Refus> }
  | { readonly type: 'cpx'; readonly etat: EtatCpx }
  | {
      readonly type: 'inventaire'
      readonly numero: number
      readonly resultat: Result<readonly Bibliotheque[], Refus>
    }
  /** The signature asked for; no byte when none was. */
  | { readonly type: 'reponseCpx'; readonly numero: number; readonly resultat: Result<Uint8Array, Refus> }
