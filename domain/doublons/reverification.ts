import type { Jour } from '../identite/date-naissance.ts'
import type { PieceVue } from '../identite/piece.ts'

/** Years after which a document seen at an earlier visit should be seen again, three to five according to the site [P]. */
const REVERIFICATION_ANS = 5

/** Tells whether the document was seen so long ago that it should be checked again; a hint, the fact stands. */
export function aReverifier(piece: PieceVue | null, aujourdhui: Jour, ans = REVERIFICATION_ANS): boolean {
  if (piece === null) return false
  const annee = String(Number(piece.date.slice(0, 4)) + ans).padStart(4, '0')
  return `${annee}${piece.date.slice(4)}` <= aujourdhui
}
