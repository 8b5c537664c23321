import { constants, publicDecrypt, X509Certificate } from 'node:crypto'

export const TAILLE_CONDENSAT = 32

/** DigestInfo of SHA-256. Source: RFC 8017, 9.2, note 1. */
const PREFIXE = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** What the card signs for a SHA-256 digest: the hash is made here, the padding by the library. */
export const digestInfo = (condensat: Uint8Array): Buffer => Buffer.concat([PREFIXE, condensat])

/** Whether a signature of this digest comes from the key of this certificate (base64 DER). */
export function estSigneePar(certificat: string, condensat: Uint8Array, signature: Uint8Array): boolean {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(certificat, 'base64'))
    const lu = publicDecrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, signature)
    return lu.equals(digestInfo(condensat))
  } catch {
    // A signature that is not one does not decrypt.
    return false
  }
}
