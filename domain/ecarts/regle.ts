import type { Gravite, Suite } from './ecart.ts'
import type { Paire } from './paire.ts'

/** What a rule says of a difference. */
export interface Constat {
  readonly id: string
  readonly gravite: Gravite
  readonly cause: string
  readonly clause: string
  readonly suites: readonly Suite[]
}

export interface Regle extends Constat {
  reconnait(paire: Paire): boolean
}

/** The rules of a trait, the most harmless first: the first that recognises a pair names the difference, else `sinon` does. */
export interface ReglesDuTrait {
  readonly regles: readonly Regle[]
  readonly sinon: Constat
}

/** A rule that says the same whichever side is first. */
export const dansUnSensOuLAutre =
  (reconnait: (paire: Paire) => boolean) =>
  (paire: Paire): boolean =>
    reconnait(paire) || reconnait({ ...paire, a: paire.b, b: paire.a })

export const AUCUNE: readonly Suite[] = []

/** A minor difference: the agent accepts it with a reason, or asks somebody who knows better. */
export const SUITES_MINEURES: readonly Suite[] = [
  'accepter-motif',
  'transferer-referent',
  'poursuivre-sans-ins',
]

/** A probable mistake of the form: look at the document again first. */
export const SUITES_SAISIE: readonly Suite[] = [
  'corriger-saisie',
  'rappeler-insi',
  'transferer-referent',
  'poursuivre-sans-ins',
]

/** The document and the national base probably disagree: only the patient may have one of them corrected. */
export const SUITES_BASES: readonly Suite[] = [
  'corriger-saisie',
  'transferer-referent',
  'notice-insee',
  'renouveler-piece',
  'poursuivre-sans-ins',
]

/** Perhaps another person: nothing is corrected to resemble her. */
export const SUITES_AUTRE_PERSONNE: readonly Suite[] = [
  'transferer-referent',
  'corriger-saisie',
  'poursuivre-sans-ins',
]

/** RNIV 1: how traits are written. */
export const CLAUSE_SAISIE = 'RNIV 1, règles de saisie des traits'

/** RNIV 1: what may be done about a difference. */
export const CLAUSE_MAJEUR = 'RNIV, écarts majeurs : pas d’association avant enquête'

export const CLAUSE_PRENOMS = 'EXI ID 10, EXI SI 29'

export const CLAUSE_UTILISE = 'EXI ID 08, EXI PP 17/18'

export const CLAUSE_DATE = 'EXI ID 11, EXI PP 19'

export const CLAUSE_LIEU = 'RNIV 1, lieu de naissance : code INSEE (COG)'
