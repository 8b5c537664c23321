import { createSecureContext, type SecureContext } from 'node:tls'
import { X509Certificate } from 'node:crypto'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { CertificatOrganisation, ConfigInsi } from './config.ts'

/** How a call proves who asks: TLS secrets for the transport, header blocks for the message. */
export interface AuthInsi {
  readonly secureContext: SecureContext
  /** Last instant of the certificate, null when only the server can tell. */
  readonly finValidite: Date | null
  /** Header blocks of one message, empty with an organisation certificate; a CPx would sign its assertion here. */
  enTete(): string
}

/**
 * Opens the organisation certificate: mutual TLS and no wsse:Security block. Refusals: `insi/certificat-illisible` (absent,
 * damaged, wrong passphrase, key of another certificate). Source: INSi, organisation access mode.
 */
export function openCertificat(config: ConfigInsi): Result<AuthInsi, Refus> {
  try {
    const secureContext = createSecureContext({
      ca: config.autorites,
      minVersion: 'TLSv1.2',
      ...materiel(config.certificat),
    })
    return succes({ secureContext, finValidite: finDe(config.certificat), enTete: () => '' })
  } catch {
    // The cause may quote the file or the passphrase: only the refusal leaves.
    return echec(refuser('insi/certificat-illisible'))
  }
}

function materiel(organisation: CertificatOrganisation) {
  if (organisation.forme === 'pfx')
    return { pfx: Buffer.from(organisation.pfx), passphrase: organisation.phrase }
  const { certificat: cert, cle: key, phrase } = organisation
  // OpenSSL would silently go without a certificate it was not given.
  if (cert.trim() === '' || key.trim() === '') throw new TypeError('certificate or key is empty')
  return phrase === undefined ? { cert, key } : { cert, key, passphrase: phrase }
}

/** Only a PEM certificate can be dated here; the server judges that of a PKCS#12 file. */
const finDe = (organisation: CertificatOrganisation): Date | null =>
  organisation.forme === 'pem' ? new X509Certificate(organisation.certificat).validToDate : null
