import type { Source } from './ecart.ts'

/**
 * The traits one source holds. Null or absent: this source never holds the trait, it is not compared (a card has no sex).
 * Empty: the source should hold it and does not.
 */
export interface Partie {
  readonly source: Source
  readonly nomNaissance?: string | null
  readonly prenomsNaissance?: string | null
  readonly sexe?: string | null
  readonly dateNaissance?: string | null
  readonly lieuNaissance?: string | null
  readonly nomUtilise?: string | null
  readonly prenomUtilise?: string | null
  /** The birth date was completed by the RNIV conventions. Source: EXI PP 19. */
  readonly dateIncertaine?: boolean
}
