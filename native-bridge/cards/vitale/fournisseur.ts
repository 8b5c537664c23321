import type { GenreCarte } from '#domain/cartes/etat-cartes.ts'
import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { CardStation } from '../../pcsc/station.ts'

/** What a Carte Vitale gave, whichever way it was read. */
export type ContenuVitale = Pick<LectureVitale, 'serie' | 'beneficiaires'>

/** The card to read: where it is, what it looked like, and whether a professional card could open what it protects. */
export interface VitaleInseree {
  readonly lecteur: string
  readonly carte: GenreCarte
  readonly avecCpx: boolean
}

/** One way of reading a Carte Vitale; both give the same result. */
export interface FournisseurVitale {
  /** Kinds of cards it reads, the surest first. */
  readonly lisibles: readonly GenreCarte[]
  /** The only reader it looks at, null when it takes the card wherever it is. */
  readonly lecteur: () => Promise<string | null>
  /** Reads the whole card or nothing of it. */
  readonly lire: (
    station: CardStation,
    vitale: VitaleInseree,
    signal: AbortSignal,
  ) => Promise<Result<ContenuVitale, Refus>>
}
