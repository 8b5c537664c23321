import type { Matrice } from '#domain/etiquette/primitive.ts'

/** Where the codewords of a square symbol are: modules of one data region, regions per side, data codewords. */
interface Format {
  readonly region: number
  readonly regions: number
  readonly donnees: number
}

/** Square ECC200 symbols by side in modules. Source: ISO/IEC 16022, table 7. */
const FORMATS: Readonly<Record<number, Format>> = {
  10: { region: 8, regions: 1, donnees: 3 },
  12: { region: 10, regions: 1, donnees: 5 },
  14: { region: 12, regions: 1, donnees: 8 },
  16: { region: 14, regions: 1, donnees: 12 },
  18: { region: 16, regions: 1, donnees: 18 },
  20: { region: 18, regions: 1, donnees: 22 },
  22: { region: 20, regions: 1, donnees: 30 },
  24: { region: 22, regions: 1, donnees: 36 },
  26: { region: 24, regions: 1, donnees: 44 },
  32: { region: 14, regions: 2, donnees: 62 },
  36: { region: 16, regions: 2, donnees: 86 },
  40: { region: 18, regions: 2, donnees: 114 },
  44: { region: 20, regions: 2, donnees: 144 },
  48: { region: 22, regions: 2, donnees: 174 },
  52: { region: 24, regions: 2, donnees: 204 },
}

/** A module of the mapping matrix: row and column, which may lie before the edge and then wrap around. */
type Module = readonly [ligne: number, colonne: number]

/** Offsets of the eight modules of a codeword from its last one, most significant bit first. Source: annex F, "utah". */
const FORME: readonly Module[] = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
]

/**
 * Reads the data codewords off a clean square symbol of up to 52 modules, by walking its mapping matrix along the
 * diagonals of ISO/IEC 16022 annex F; undefined for any other side.
 */
export function lireCodewords(matrice: Matrice): readonly number[] | undefined {
  const format = FORMATS[matrice.cote]
  if (format === undefined) return undefined
  const cote = format.region * format.regions
  const codewords = parcourir(cote).map((modules) =>
    modules.reduce((octet, module) => octet * 2 + valeur(matrice, format, module), 0),
  )
  return codewords.slice(0, format.donnees)
}

/** A module of the mapping matrix, found in the symbol past the finder patterns around each region. */
function valeur(matrice: Matrice, { region }: Format, [ligne, colonne]: Module): number {
  const dansLeSymbole = (rang: number) => rang + 1 + 2 * Math.floor(rang / region)
  return matrice.modules[dansLeSymbole(ligne) * matrice.cote + dansLeSymbole(colonne)] ?? 0
}

/** The modules of every codeword, in the order codewords are placed. */
function parcourir(cote: number): readonly (readonly Module[])[] {
  const pris = new Set<number>()
  const codewords: (readonly Module[])[] = []
  const placer = (modules: readonly Module[]) => {
    for (const [ligne, colonne] of modules) pris.add(ligne * cote + colonne)
    codewords.push(modules)
  }
  const placerForme = (ligne: number, colonne: number) => {
    const dedans = ligne >= 0 && ligne < cote && colonne >= 0 && colonne < cote
    if (dedans && !pris.has(ligne * cote + colonne))
      placer(FORME.map(([dl, dc]) => enrouler(ligne + dl, colonne + dc, cote)))
  }
  let [ligne, colonne] = [4, 0]
  do {
    const coin = coinDe(ligne, colonne, cote)
    if (coin) placer(coin)
    for (; ligne >= 0 && colonne < cote; [ligne, colonne] = [ligne - 2, colonne + 2])
      placerForme(ligne, colonne)
    ;[ligne, colonne] = [ligne + 1, colonne + 3]
    for (; ligne < cote && colonne >= 0; [ligne, colonne] = [ligne + 2, colonne - 2])
      placerForme(ligne, colonne)
    ;[ligne, colonne] = [ligne + 3, colonne + 1]
  } while (ligne < cote || colonne < cote)
  return codewords
}

/** A codeword that would cross the top or left edge continues from the opposite one. */
function enrouler(ligne: number, colonne: number, cote: number): Module {
  const decalage = 4 - ((cote + 4) % 8)
  if (ligne < 0) return enrouler(ligne + cote, colonne + decalage, cote)
  return colonne < 0 ? [ligne + decalage, colonne + cote] : [ligne, colonne]
}

/**
 * The codeword of scattered modules that the walk meets in the bottom left corner: annex F has four of them, of which a
 * square symbol knows two, according to its side modulo eight.
 */
function coinDe(ligne: number, colonne: number, cote: number): readonly Module[] | undefined {
  if (colonne !== 0) return undefined
  if (ligne === cote && cote % 8 === 4)
    return coin([-1, 0, -1, 1, -1, 2, 0, -2, 0, -1, 1, -1, 2, -1, 3, -1], cote)
  if (ligne === cote - 2 && cote % 8 === 6)
    return coin([-3, 0, -2, 0, -1, 0, 0, -4, 0, -3, 0, -2, 0, -1, 1, -1], cote)
  return undefined
}

/** Eight modules given as rows and columns one after the other, negative ones counted from the far edge. */
const coin = (rangs: readonly number[], cote: number): readonly Module[] =>
  Array.from({ length: 8 }, (_, bit) => [
    ((rangs[2 * bit] ?? 0) + cote) % cote,
    ((rangs[2 * bit + 1] ?? 0) + cote) % cote,
  ])
