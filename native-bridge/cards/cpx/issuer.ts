import { X509Certificate } from 'node:crypto'

/**
 * Whether a card's certificate (base64 DER) is signed by one of these authorities (PEM or DER): those of IGC-Santé that issue
 * cards. A name alone proves nothing: anybody may write one in a certificate of his own.
 */
export function estEmisPar(certificat: string, autorites: readonly (string | Uint8Array)[]): boolean {
  const carte = open(Buffer.from(certificat, 'base64'))
  return (
    carte !== null && autorites.map(open).some((autorite) => autorite !== null && signed(carte, autorite))
  )
}

const signed = (carte: X509Certificate, autorite: X509Certificate): boolean =>
  autorite.ca && carte.checkIssued(autorite) && carte.verify(autorite.publicKey)

function open(certificat: string | Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(certificat)
  } catch {
    return null
  }
}
