import type { Jour } from '../identite/date-naissance.ts'

/** The traits a search before creation was made with, names as letters alone. Source: EXI ID 17. */
export interface TraitsCherches {
  readonly nom: string
  readonly prenom: string
  readonly dateNaissance: Jour
}
