import { normaliserPrenoms, normaliserTrait } from '../identite/normaliser.ts'
import { motsDe } from '../identite/premier-prenom.ts'
import type { TraitCompare } from './ecart.ts'
import { enJour } from './lire-date.ts'
import type { Partie } from './partie.ts'
import type { ReglagesEcarts } from './reglages.ts'

/** Tells whether two place codes name the same place: former code, merged commune, successor of a country. */
export type MemeLieu = (un: string, autre: string) => boolean

/** What a comparison needs besides the two identities: the verdicts of the site, and what is known of places. */
export interface ContexteEcarts {
  readonly reglages: ReglagesEcarts
  readonly memeLieu: MemeLieu
}

/** One side of one trait, in the forms the rules read. */
export interface Cote {
  readonly partie: Partie
  readonly brut: string
  /** The RNIV spelling of a name, `AAAA-MM-JJ` of a date, upper case otherwise. */
  readonly texte: string
  readonly mots: readonly string[]
  /** The words stuck together. */
  readonly lettres: string
}

/** Two sides of one trait. */
export interface Paire {
  readonly a: Cote
  readonly b: Cote
  readonly contexte: ContexteEcarts
  /** Tells whether another trait says the same on both sides, once written the same way. */
  readonly memes: (trait: TraitCompare) => boolean
}

/** Puts two sources face to face for one trait; null when one of them never holds it. */
export function mettreEnPaire(
  trait: TraitCompare,
  [une, autre]: readonly [Partie, Partie],
  contexte: ContexteEcarts,
): Paire | null {
  const [a, b] = [coteDe(trait, une), coteDe(trait, autre)]
  if (a === null || b === null) return null
  return {
    a,
    b,
    contexte,
    memes: (voisin) => {
      const [c, d] = [coteDe(voisin, une), coteDe(voisin, autre)]
      return c !== null && d !== null && c.lettres === d.lettres
    },
  }
}

/** One side of a trait, or null when the source never holds it. */
export function coteDe(trait: TraitCompare, partie: Partie): Cote | null {
  const brut = partie[trait]
  if (brut === null || brut === undefined) return null
  const texte = ECRITURES[trait](brut)
  const mots = motsDe(texte)
  return { partie, brut, texte, mots, lettres: mots.join('') }
}

/** The filler of a machine-readable zone stands for a space. Source: ICAO 9303. */
const sansChevrons = (texte: string): string => texte.replace(/</g, ' ')

const ECRITURES: Readonly<Record<TraitCompare, (brut: string) => string>> = {
  nomNaissance: (brut) => normaliserTrait(sansChevrons(brut)),
  prenomsNaissance: (brut) => normaliserPrenoms(sansChevrons(brut)),
  sexe: (brut) => brut.trim().toUpperCase(),
  dateNaissance: enJour,
  lieuNaissance: (brut) => brut.trim().toUpperCase(),
}
