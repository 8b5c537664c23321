/** commune, arrondissement municipal (Paris, Lyon, Marseille), commune déléguée, commune associée, pays. */
export type NatureLieu = 'commune' | 'arrondissement' | 'deleguee' | 'associee' | 'pays'

/** One code of the COG under one name, for as long as both held. Source: INSEE, Code officiel géographique. */
export interface Lieu {
  readonly code: string
  readonly nom: string
  readonly nature: NatureLieu
  /** First day of validity, or null when it began before the records (1943). */
  readonly debut: string | null
  /** First day it no longer holds, or null while it does. */
  readonly fin: string | null
  /** Those of a commune or an arrondissement; a part of a commune has none of its own. */
  readonly codesPostaux: readonly string[]
  /** Order of magnitude of the population: what most people mean comes first. */
  readonly poids: number
  /** Commune an arrondissement, a déléguée or an associée belongs to. */
  readonly commune: string | null
}

/** `code`: same territory under another code; `fusion`: absorbed by `vers`; `partage`: `vers` was taken out of `de`. */
export type NatureLien = 'code' | 'fusion' | 'partage'

/** What became of a code on a day. */
export interface LienLieu {
  readonly date: string
  readonly de: string
  readonly vers: string
  readonly nature: NatureLien
}

/** The files of `assets/cog`, one line a record, fields separated by `|` in the order of `Lieu` and `LienLieu`. */
export interface DonneesLieux {
  readonly lieux: readonly string[]
  readonly liens: readonly string[]
}

/** Any other initial, `C` in the files, is a commune. */
const INITIALES: Readonly<Record<string, NatureLieu>> = {
  M: 'arrondissement',
  D: 'deleguee',
  A: 'associee',
  P: 'pays',
}

/** A country comes before the communes that share the beginning of its name, save the largest ones. */
const POIDS_PAYS = 17

/** Reads one record of a place; missing trailing fields are empty. */
export function lireLigneLieu(ligne: string): Lieu {
  const [code = '', nom = '', initiale = '', debut, fin, codesPostaux, poids, commune] = ligne.split('|')
  return {
    code,
    nom,
    nature: INITIALES[initiale] ?? 'commune',
    debut: debut || null,
    fin: fin || null,
    codesPostaux: codesPostaux ? codesPostaux.split(' ') : [],
    poids: initiale === 'P' ? POIDS_PAYS : Number(poids ?? 0),
    commune: commune || null,
  }
}

/** Reads one record of a link: `date|de|vers|nature`. */
export function lireLigneLien(ligne: string): LienLieu {
  const [date = '', de = '', vers = '', nature] = ligne.split('|')
  return { date, de, vers, nature: nature === 'code' || nature === 'partage' ? nature : 'fusion' }
}

/** True when the place exists under this name on this day; a null day asks for today's places. */
export const estValide = ({ debut, fin }: Lieu, jour: string | null): boolean =>
  jour === null ? fin === null : (debut === null || debut <= jour) && (fin === null || jour < fin)
