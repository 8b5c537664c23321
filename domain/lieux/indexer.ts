import { cleRecherche } from './cle-recherche.ts'
import { lireLigneLien, lireLigneLieu, type DonneesLieux, type LienLieu, type Lieu } from './lieu.ts'

/** A word of the search key of one place, and where it begins in it; `numero` is the rank of the place. */
export interface MotIndexe {
  readonly numero: number
  readonly poids: number
  readonly cle: string
  readonly position: number
}

/** Every place ready to be searched; built once, never changed. */
export interface IndexLieux {
  readonly lieux: readonly Lieu[]
  readonly parCode: ReadonlyMap<string, readonly Lieu[]>
  readonly parCodePostal: ReadonlyMap<string, readonly Lieu[]>
  readonly apres: ReadonlyMap<string, readonly LienLieu[]>
  readonly avant: ReadonlyMap<string, readonly LienLieu[]>
  /** Communes of one city, déléguées and associées of one commune. */
  readonly parties: ReadonlyMap<string, readonly Lieu[]>
  /** Words of the keys under their first two characters, where a search begins. */
  readonly mots: ReadonlyMap<string, readonly MotIndexe[]>
}

/** Indexes the COG files; takes some 100 ms, so callers do it once and not during a keystroke. */
export function indexer(donnees: DonneesLieux): IndexLieux {
  const lieux = donnees.lieux.map(lireLigneLieu)
  const liens = donnees.liens.map(lireLigneLien)
  return {
    lieux,
    parCode: grouper(lieux, ({ code }) => [code]),
    parCodePostal: grouper(lieux, ({ codesPostaux }) => codesPostaux),
    apres: grouper(liens, ({ de }) => [de]),
    avant: grouper(liens, ({ vers }) => [vers]),
    parties: grouper(lieux, ({ commune }) => (commune === null ? [] : [commune])),
    mots: grouper(lieux.flatMap(motsDe), ({ cle, position }) => [cle.slice(position, position + 2)]),
  }
}

function grouper<T>(elements: readonly T[], clesDe: (element: T) => readonly string[]): Map<string, T[]> {
  const groupes = new Map<string, T[]>()
  for (const element of elements)
    for (const cle of clesDe(element)) {
      const groupe = groupes.get(cle)
      if (groupe) groupe.push(element)
      else groupes.set(cle, [element])
    }
  return groupes
}

function motsDe({ nom, poids }: Lieu, numero: number): readonly MotIndexe[] {
  const cle = cleRecherche(nom)
  const mots: MotIndexe[] = [{ numero, poids, cle, position: 0 }]
  for (let espace = cle.indexOf(' '); espace !== -1; espace = cle.indexOf(' ', espace + 1))
    mots.push({ numero, poids, cle, position: espace + 1 })
  return mots
}
