import type { Matrice } from '#domain/etiquette/primitive.ts'
import { lireModes, type LectureCodewords } from './lecture-c40.ts'
import { lireCodewords } from './placement-datamatrix.ts'

/** Length of the INS header, which must be written in C40. Source: INS, format datamatrix v2.2 §3.1. */
const LONGUEUR_EN_TETE = 26

/** First codeword of a symbol that starts in C40. */
const LATCH_C40 = 230

export interface SymboleLu extends LectureCodewords {
  readonly premier: number
}

/** Reads a clean symbol as codewords, without error correction; undefined when it is none this product prints. */
export function lireSymbole(matrice: Matrice): SymboleLu | undefined {
  const codewords = lireCodewords(matrice)
  const premier = codewords?.[0]
  const lu = codewords && lireModes(codewords)
  return lu === undefined || premier === undefined ? undefined : { ...lu, premier }
}

/** Tells whether a symbol says the message, and its header in C40 from the first codeword to character 26. */
export function estConforme(symbole: SymboleLu | undefined, message: string): boolean {
  return (
    symbole !== undefined &&
    symbole.premier === LATCH_C40 &&
    symbole.caracteresEnC40 >= LONGUEUR_EN_TETE &&
    symbole.texte === message
  )
}
