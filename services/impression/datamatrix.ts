import type { Matrice } from '#domain/etiquette/primitive.ts'
import encodeur from 'bwip-js/node'

/** Longest message of ECC200. All of it is written in C40, so that the header of 26 characters is, as the INS requires. */
const TOUT_EN_C40 = 3116

/**
 * Draws a message as a square ECC200 symbol, entirely in C40. The message holds true 0x1D separators: the encoder's own
 * escapes stay off, since a text like `^029` would turn into another character. Source: INS, format datamatrix v2.2 §3.1.
 */
export function dessinerDatamatrix(message: string): Matrice {
  const [symbole] = encodeur.raw({ ...OPTIONS, text: message })
  if (symbole === undefined || !('pixs' in symbole)) throw new Error('The encoder gave no matrix.')
  return { cote: symbole.pixx, modules: symbole.pixs.map((module) => (module === 0 ? 0 : 1)) }
}

const OPTIONS = { bcid: 'datamatrix', format: 'square', c40headerlength: TOUT_EN_C40 }
