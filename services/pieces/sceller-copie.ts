import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ALGORITHME = 'aes-256-gcm'
const TAILLE_IV = 12
const TAILLE_SCEAU = 16
const VERSION = 1

/** A page that nothing but its key can read: version, IV, cipher text, seal. */
export interface CopieScellee {
  readonly cle: Buffer
  readonly scellee: Buffer
}

/** Encrypts a page under a random key of its own; its identifier is sealed with it, so that no page stands for another. */
export function scellerCopie(octets: Uint8Array, id: string): CopieScellee {
  const cle = randomBytes(32)
  const iv = randomBytes(TAILLE_IV)
  const chiffre = createCipheriv(ALGORITHME, cle, iv).setAAD(Buffer.from(id))
  const corps = [chiffre.update(octets), chiffre.final()]
  return { cle, scellee: Buffer.concat([Buffer.of(VERSION), iv, ...corps, chiffre.getAuthTag()]) }
}

/** The page under its seal; null when a single bit is not what was sealed. */
export function descellerCopie(scellee: Uint8Array, cle: Uint8Array, id: string): Buffer | null {
  if (scellee[0] !== VERSION || scellee.length < 1 + TAILLE_IV + TAILLE_SCEAU) return null
  const iv = scellee.subarray(1, 1 + TAILLE_IV)
  const dechiffre = createDecipheriv(ALGORITHME, cle, iv).setAAD(Buffer.from(id))
  dechiffre.setAuthTag(scellee.subarray(-TAILLE_SCEAU))
  const debut = dechiffre.update(scellee.subarray(1 + TAILLE_IV, -TAILLE_SCEAU))
  try {
    return Buffer.concat([debut, dechiffre.final()])
  } catch {
    return null
  } finally {
    debut.fill(0)
  }
}
