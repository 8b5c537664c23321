import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'

/** What the desk asks of the card process. Numbers pair a reading with its answer. */
export type Demande =
  | { readonly type: 'lireVitale'; readonly numero: number }
  | { readonly type: 'annuler'; readonly numero: number }

/** What the card process says. A `battement` only says that it lives. */
export type Nouvelle =
  | { readonly type: 'battement' }
  | { readonly type: 'etat'; readonly etat: EtatCartes }
  | { readonly type: 'lecture'; readonly numero: number; readonly resultat: Result<LectureVitale, Refus> }
