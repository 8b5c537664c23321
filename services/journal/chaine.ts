import type { Ancre } from '../coffre/ancrage.ts'
import { lireLigne, porteUnSceau, sha256DesLignes, type LigneLue } from './ligne.ts'

/** The journal followed line after line: numbers without a gap, each line naming the hash of the one before. */
export interface Chaine {
  /** The last line that holds. */
  readonly tete: Ancre
  /** Lines read since, that only a line setting them aside can redeem. */
  readonly suspens: readonly Buffer[]
  /** How many accidents the journal owns up to. */
  readonly fragments: number
  /** Follows one line, without its line feed; false once the chain is broken. */
  suivre(octets: Buffer): boolean
}

/** A cut line holds no line feed; only zeros read back in its place could, by accident, hold a few. */
const SUSPENS_MAX = 16

export function suivreChaine(depart: Ancre): Chaine {
  let tete = depart
  let suspens: Buffer[] = []
  let fragments = 0

  function suivre(octets: Buffer): boolean {
    const ligne = lireLigne(octets)
    if (ligne) return accueillir(ligne)
    suspens.push(Buffer.from(octets)) // a copy: the reader reuses its memory
    return suspens.length <= SUSPENS_MAX && !porteUnSceau(octets)
  }

  function accueillir({ ancre, precedent, fragment }: LigneLue): boolean {
    if (ancre.n !== tete.n + 1 || precedent !== tete.empreinte) return false
    if (fragment !== (suspens.length === 0 ? null : sha256DesLignes(suspens))) return false
    fragments += suspens.length === 0 ? 0 : 1
    suspens = []
    tete = ancre
    return true
  }

  return {
    get tete() {
      return tete
    },
    get suspens() {
      return suspens
    },
    get fragments() {
      return fragments
    },
    suivre,
  }
}
