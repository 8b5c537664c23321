import type { Barres } from '#domain/etiquette/primitive.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import encodeur from 'bwip-js/node'

/**
 * Draws an identifier as a Code 128, widths in modules, bar first; an even number of digits takes the dense set C.
 * Refuses what is not printable ASCII, or empty. Source: ISO/IEC 15417.
 */
export function dessinerCode128(identifiant: string): Result<Barres, Refus> {
  if (!/^[\u0020-\u007E]+$/.test(identifiant)) return echec(refuser('impression/identifiant'))
  const [symbole] = encodeur.raw({ bcid: 'code128', text: identifiant })
  if (symbole === undefined || !('sbs' in symbole)) throw new Error('The encoder gave no bars.')
  return succes(symbole.sbs)
}
