import { createSecureContext, type SecureContext } from 'node:tls'
import { verifierPorteurInsi } from '#domain/cartes/verifier-porteur.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { signAssertionPs } from './assertion-ps.ts'
import { certificatPropre } from './certificat-propre.ts'
import type { AccesCpx, CertificatOrganisation, ConfigInsi } from './config.ts'

/** Who asks, as one message says it. */
export interface Demandeur {
  /** Issuer of the flow. */
  readonly emetteur: string
  /** SOAP header blocks, inserted verbatim; none with an organisation certificate. */
  readonly securite: string
}

/** How a call proves who asks: TLS secrets for the transport, header blocks for the message. */
export interface AuthInsi {
  readonly secureContext: SecureContext
  /** Judged and signed at each call: a desk runs for months, and a card may leave between two of them. */
  identify(instant: Date): Promise<Result<Demandeur, Refus>>
}

/**
 * Opens the access of an establishment: its organisation certificate, or the CPx of whoever sits at the desk. Refusal:
 * `insi/certificat-illisible` (absent, damaged, wrong passphrase, key of another certificate).
 */
export function openAuth(config: ConfigInsi, uuid: () => string): Result<AuthInsi, Refus> {
  const { certificat } = config
  return certificat.forme === 'cpx' ? openCpx(config, certificat, uuid) : openCertificat(config, certificat)
}

/** Mutual TLS and no wsse:Security block. Source: INSi, organisation access mode. */
function openCertificat(config: ConfigInsi, certificat: CertificatOrganisation): Result<AuthInsi, Refus> {
  try {
    const secureContext = ouvrirContexte(config.autorites, certificat)
    const fin = new Date(certificatPropre(secureContext)?.valid_to ?? NaN)
    const demandeur = succes({ emetteur: config.emetteur, securite: '' })
    const perime = echec(refuser('insi/certificat-perime'))
    const identify = (instant: Date) => Promise.resolve(fin < instant ? perime : demandeur)
    return succes({ secureContext, identify })
  } catch {
    // The cause may quote the file or the passphrase: only the refusal leaves.
    return echec(refuser('insi/certificat-illisible'))
  }
}

/** TLS of the server alone, and an assertion signed by the card for each call. Source: INSi, CPx access mode. */
function openCpx(config: ConfigInsi, acces: AccesCpx, uuid: () => string): Result<AuthInsi, Refus> {
  const production = config.environnement === 'production'
  const { identifiantFacturation, secteurActivite } = acces
  return succes({
    secureContext: ouvrirContexteServeur(config.autorites),
    async identify(instant) {
      const signataire = acces.signataire()
      if (!signataire) return echec(refuser('insi/carte-requise'))
      const porteur = verifierPorteurInsi(signataire.porteur, { maintenant: instant, production })
      if (!porteur.ok) return porteur
      const demande = { uuid: uuid(), instant, identifiantFacturation, secteurActivite }
      const securite = await signAssertionPs(demande, signataire)
      return securite.ok ? succes({ emetteur: porteur.value.idNat, securite: securite.value }) : securite
    },
  })
}

/** What a server is judged by, where it is shown no certificate of ours. */
export const ouvrirContexteServeur = (autorites: string): SecureContext =>
  createSecureContext({ ca: autorites, minVersion: 'TLSv1.2' })

/** The TLS secrets of an establishment; throws what OpenSSL says of a certificate, a key or a passphrase that do not go together. */
export const ouvrirContexte = (autorites: string, certificat: CertificatOrganisation): SecureContext =>
  createSecureContext({ ca: autorites, minVersion: 'TLSv1.2', ...materiel(certificat) })

function materiel(organisation: CertificatOrganisation) {
  if (organisation.forme === 'pfx')
    return { pfx: Buffer.from(organisation.pfx), passphrase: organisation.phrase }
  const { certificat: cert, cle: key, phrase } = organisation
  // OpenSSL would silently go without a certificate it was not given.
  if (cert.trim() === '' || key.trim() === '') throw new TypeError('certificate or key is empty')
  return phrase === undefined ? { cert, key } : { cert, key, passphrase: phrase }
}
