import type { TraitsStricts } from '../identite/traits.ts'

/** How serious a difference is: equal, minor (acceptable with a reason), major (no INS may be associated). */
export type Gravite = 'egal' | 'mineur' | 'majeur'

/** Where a compared identity comes from. `mrz` is the machine-readable zone of a document, which cuts long names. */
export type Source = 'saisie' | 'piece' | 'mrz' | 'carte' | 'insi'

/** What an agent may do about a difference; also the leaves of the decision tree. Source: RNIV, écarts (tri, enquête, notice). */
export type Suite =
  | 'corriger-saisie'
  | 'verifier-nom-naissance'
  | 'rappeler-insi'
  | 'accepter'
  | 'accepter-motif'
  | 'transferer-referent'
  | 'notice-insee'
  | 'renouveler-piece'
  | 'poursuivre-sans-ins'

/** The traits two sources may be compared on; the first given name is local and no source but the form holds it. */
export type TraitCompare = Exclude<keyof TraitsStricts, 'premierPrenom'>

/** One side of a difference: its source, its value as held, and the words the other side lacks. */
export interface Preuve {
  readonly source: Source
  readonly valeur: string
  readonly mots: readonly string[]
}

/** A trait seen from two sources: the rule that recognised the difference, its verdict, its cause, its clause, what to do. */
export interface Ecart {
  readonly trait: TraitCompare
  readonly regle: string
  readonly gravite: Gravite
  readonly cause: string
  readonly clause: string
  readonly suites: readonly Suite[]
  readonly premier: Preuve
  readonly second: Preuve
}
