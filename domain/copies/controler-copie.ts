import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import type { FormatFichier } from './copie.ts'

/** The first bytes of each format: neither the name of a file nor what a browser says of it is believed. */
const SIGNATURES: readonly (readonly [FormatFichier, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** Tells the format of a file that may be joined; refuses one that is empty, above `octetsMax` bytes, or of another kind. */
export function controlerCopie(octets: Uint8Array, octetsMax: number): Result<FormatFichier, Refus> {
  if (octets.length === 0) return echec(refuser('copie/vide'))
  if (octets.length > octetsMax) return echec(refuser('copie/trop-lourde'))
  const connue = SIGNATURES.find(([, signature]) => signature.every((octet, rang) => octets[rang] === octet))
  return connue ? succes(connue[0]) : echec(refuser('copie/format'))
}
