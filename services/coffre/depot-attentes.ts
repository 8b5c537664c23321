import type { Conclusion, MotifTransfert } from '#domain/decision/faits-decision.ts'
import type { Jour } from '#domain/identite/date-naissance.ts'
import type { Statut } from '#domain/identite/statut.ts'
import type { Raison } from '#domain/travail/raison.ts'

/** What a list says of an admission: enough to choose it, never its number. */
interface LigneDeListe {
  readonly admission: string
  readonly ipp: string
  readonly nomNaissance: string | null
  readonly prenomsNaissance: string | null
  readonly dateNaissance: string | null
  readonly statut: Statut
  readonly site: string | null
  readonly secteur: string | null
  /** Who has it at his desk now; null when nobody. */
  readonly tenuePar: string | null
}

/** An admission that awaits somebody. */
export interface AdmissionEnAttente extends LigneDeListe {
  readonly raison: Raison
  readonly motif: MotifTransfert | Conclusion | null
  /** Instant since when it awaits, ISO 8601 UTC, and from whose hands. */
  readonly depuis: string
  readonly par: string
}

/** A visit prepared before the patient came. */
export interface VenuePreparee extends LigneDeListe {
  readonly pour: Jour
  readonly par: string
}

export interface PageAttentes {
  readonly attentes: readonly AdmissionEnAttente[]
  readonly reste: boolean
}

/** The work lists. Kept up to date by the admissions as they are saved, and read without opening any of them. Source: DX-06, ID-15. */
export interface DepotAttentes {
  /** What awaits one of these acts, oldest first; of a patient, only his last visit that took place. */
  lister(raisons: readonly Raison[], maintenant: string): Promise<PageAttentes>
  /** The visits prepared, the nearest first. */
  preparees(maintenant: string): Promise<readonly VenuePreparee[]>
  nombrePreparees(): Promise<number>
}

/** Admissions shown at once: what a person can treat before the list is read again. */
export const ATTENTES_PAR_PAGE = 50
