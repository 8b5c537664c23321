/** Draws that a seed repeats: the same people on every machine. */
export interface Tirage {
  /** In [0, 1[. */
  nombre(): number
  /** In 0..n-1. */
  entier(n: number): number
  /** True this often. */
  chance(part: number): boolean
  un<T>(parmi: readonly [T, ...T[]]): T
  /** The first ones come more often than the last ones. */
  frequent<T>(parmi: readonly [T, ...T[]]): T
}

/** A generator of 32 bits, quick and good enough to invent people. Source: mulberry32, T. Ettinger, public domain. */
export function createTirage(graine: number): Tirage {
  let etat = graine >>> 0
  const nombre = (): number => {
    etat = (etat + 0x6d2b79f5) >>> 0
    let melange = Math.imul(etat ^ (etat >>> 15), etat | 1)
    melange ^= melange + Math.imul(melange ^ (melange >>> 7), melange | 61)
    return ((melange ^ (melange >>> 14)) >>> 0) / 4_294_967_296
  }
  const entier = (n: number): number => Math.floor(nombre() * n)
  return {
    nombre,
    entier,
    chance: (part) => nombre() < part,
    un: (parmi) => parmi[entier(parmi.length)] ?? parmi[0],
    frequent: (parmi) => parmi[Math.floor(parmi.length * nombre() ** 2)] ?? parmi[0],
  }
}

/** A list written as a text, for tables that are read by eye. */
export function mots(texte: string): readonly [string, ...string[]] {
  const [premier = '', ...suite] = texte.trim().split(/\s+/)
  return [premier, ...suite]
}
