import { cleRecherche } from './cle-recherche.ts'
import { lireLigneLien, lireLigneLieu, type DonneesLieux, type LienLieu, type Lieu } from './lieu.ts'

/** Every place ready to be searched; built once, never changed. */
export interface IndexLieux {
  readonly lieux: readonly Lieu[]
  readonly parCode: ReadonlyMap<string, readonly Lieu[]>
  readonly parCodePostal: ReadonlyMap<string, readonly Lieu[]>
  readonly apres: ReadonlyMap<string, readonly LienLieu[]>
  readonly avant: ReadonlyMap<string, readonly LienLieu[]>
  /** Communes of one city, déléguées and associées of one commune. */
  readonly parties: ReadonlyMap<string, readonly Lieu[]>
  /** Search keys of all places in one text, each between line feeds: scanning it is faster than visiting the places. */
  readonly cles: string
  /** Where the key of each place begins in `cles`. */
  readonly positions: readonly number[]
}

/** Indexes the COG files; takes some 100 ms, so callers do it once and not during a keystroke. */
export function indexer(donnees: DonneesLieux): IndexLieux {
  const lieux = donnees.lieux.map(lireLigneLieu)
  const liens = donnees.liens.map(lireLigneLien)
  const cles = lieux.map(({ nom }) => cleRecherche(nom))
  return {
    lieux,
    parCode: grouper(lieux, ({ code }) => [code]),
    parCodePostal: grouper(lieux, ({ codesPostaux }) => codesPostaux),
    apres: grouper(liens, ({ de }) => [de]),
    avant: grouper(liens, ({ vers }) => [vers]),
    parties: grouper(lieux, ({ commune }) => (commune === null ? [] : [commune])),
    cles: `\n${cles.join('\n')}\n`,
    positions: positionsDe(cles),
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

function positionsDe(cles: readonly string[]): readonly number[] {
  let position = 1
  return cles.map((cle) => {
    const ici = position
    position += cle.length + 1
    return ici
  })
}
