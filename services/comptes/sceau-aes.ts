import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { CleScellee } from './compte.ts'

interface Scellement {
  /** Twelve random bytes never used before with this key. */
  readonly iv: Uint8Array
  /** What the sealed bytes belong to: nothing else opens them. */
  readonly lien: Uint8Array
}

/** Seals bytes by AES-256-GCM; `cle` (32 bytes) is erased. */
export function sceller(cle: Uint8Array, clair: Uint8Array, { iv, lien }: Scellement): CleScellee {
  const chiffreur = createCipheriv('aes-256-gcm', cle, iv).setAAD(lien)
  cle.fill(0)
  const chiffre = Buffer.concat([chiffreur.update(clair), chiffreur.final()])
  return { iv, chiffre, etiquette: chiffreur.getAuthTag() }
}

/** Opens what `sceller` sealed, or gives null: another key, or bytes altered since; `cle` is erased. */
export function desceller(
  cle: Uint8Array,
  { iv, chiffre, etiquette }: CleScellee,
  lien: Uint8Array,
): Uint8Array | null {
  const dechiffreur = createDecipheriv('aes-256-gcm', cle, iv, { authTagLength: 16 })
    .setAAD(lien)
    .setAuthTag(etiquette)
  cle.fill(0)
  const clair = dechiffreur.update(chiffre)
  try {
    dechiffreur.final()
    return clair
  } catch {
    clair.fill(0)
    return null
  }
}
