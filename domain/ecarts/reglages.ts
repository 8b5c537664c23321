import type { Gravite } from './ecart.ts'

/**
 * Everything a site may decide about differences, reviewed and signed by its identity cell (CIV). The thresholds come from no
 * official text: they are a proposal built on RNIV (écarts) and kept here in one place to be changed.
 */
export interface ReglagesEcarts {
  /** Verdicts that replace those of the catalogue, by rule; applied only as far as `PLANCHERS` allows. */
  readonly verdicts: Readonly<Record<string, Gravite>>
  /** Letters that may differ for a difference to look like a typing mistake. */
  readonly distanceFrappe: number
  /** Words shorter than this differ by a letter without being a mistake (LEO, LEA). */
  readonly longueurMinFrappe: number
  /** Characters a machine-readable zone has for the whole name. Source: ICAO 9303, TD1. */
  readonly longueurMrz: number
  /** Unit calls one set of traits may lead to, first one included. */
  readonly essaisMax: number
}

export const REGLAGES_ECARTS: ReglagesEcarts = {
  verdicts: {},
  distanceFrappe: 1,
  longueurMinFrappe: 4,
  longueurMrz: 30,
  essaisMax: 6,
}

/** Rules no site may soften: accepting them would attach the number of another person. Source: RNIV, écarts majeurs. */
const PLANCHERS: ReadonlySet<string> = new Set([
  'nom/absent',
  'nom/different',
  'nom/utilise',
  'nom/prenom-inverse',
  'prenoms/absents',
  'prenoms/differents',
  'prenoms/jumeau',
  'prenoms/nom-inverse',
  'sexe/absent',
  'sexe/different',
  'date/absente',
  'date/differente',
  'date/homonyme',
  'date/inversion',
  'date/siecle',
  'lieu/different',
  'lieu/pays',
  'lieu/pays-commune',
])

/** The verdict of a rule at this site: its own, unless the site changed it and may. */
export const verdictDe = ({ verdicts }: ReglagesEcarts, regle: string, gravite: Gravite): Gravite =>
  PLANCHERS.has(regle) ? gravite : (verdicts[regle] ?? gravite)
