import { createHmac } from 'node:crypto'

/** Size of a secret, in bytes: that of SHA-1, which every authenticator application knows. Source: RFC 4226, §4. */
export const TAILLE_SECRET = 20

const PERIODE_MS = 30_000
const CHIFFRES = 6
/** Steps accepted on either side of the present one: a phone whose clock drifts, an agent who types slowly. Source: RFC 6238, §5.2. */
const DERIVE = 1

/** The code of a secret (20 bytes) for one step of thirty seconds since 1970. Source: RFC 4226, §5.3; RFC 6238. */
export function codeTotp(secret: Uint8Array, pas: number, chiffres: number = CHIFFRES): string {
  const compteur = Buffer.alloc(8)
  compteur.writeBigUInt64BE(BigInt(pas))
  const condensat = createHmac('sha1', secret).update(compteur).digest()
  const debut = condensat.readUInt8(condensat.length - 1) & 0xf
  const tronque = condensat.readUInt32BE(debut) & 0x7fff_ffff
  return String(tronque % 10 ** chiffres).padStart(chiffres, '0')
}

/**
 * The step whose code was typed, one step at most from the present; null for a wrong code, and for a code of a step no later than the
 * last one accepted: a code seen over a shoulder opens nothing. Source: RFC 6238, §5.2.
 */
export function pasDuCode(
  secret: Uint8Array,
  saisi: string,
  { maintenant, dernierPas }: { readonly maintenant: Date; readonly dernierPas: number },
): number | null {
  const present = Math.floor(maintenant.getTime() / PERIODE_MS)
  const code = saisi.replaceAll(/\s/g, '')
  for (let pas = present - DERIVE; pas <= present + DERIVE; pas += 1)
    if (pas > dernierPas && codeTotp(secret, pas) === code) return pas
  return null
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Writes a secret as authenticator applications ask for it. Source: RFC 4648, §6. */
export function enBase32(octets: Uint8Array): string {
  const bits = [...octets].map((octet) => octet.toString(2).padStart(8, '0')).join('')
  const groupes = bits.match(/.{1,5}/g) ?? []
  return groupes.map((groupe) => ALPHABET[Number.parseInt(groupe.padEnd(5, '0'), 2)]).join('')
}

/** The address an authenticator application reads in a QR code. Source: Key URI Format of Google Authenticator. */
export const adresseTotp = (
  secret: Uint8Array,
  { compte, poste }: { compte: string; poste: string },
): string =>
  `otpauth://totp/${encodeURIComponent(`Guichet INS ${poste}:${compte}`)}?secret=${enBase32(secret)}&issuer=${encodeURIComponent(`Guichet INS ${poste}`)}`
