import { refuser, type Refus } from '#domain/refus/refus.ts'
import { DefautMandataire } from './mandataire/defaut-mandataire.ts'

/** How far a connection had come when it failed. */
export interface Parcours {
  /** Our side of the TLS handshake was complete. */
  readonly securise: boolean
  /** The server answered something after the handshake: a TLS 1.3 session ticket or HTTP bytes. */
  readonly reconnu: boolean
  readonly reutilise: boolean
}

/** TLS alerts a server sends when it dislikes the client certificate. Source: RFC 8446, 6.2; 40 and 41 from TLS 1.2. */
const ALERTES_CERTIFICAT = new Set([40, 41, 42, 43, 44, 45, 46, 48, 49, 116])

/** OpenSSL verification results of the server certificate, as Node names them. Source: Node.js TLS, X509 error codes. */
const SERVEUR_NON_RECONNU =
  /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|ERROR_IN_CERT_|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME_)/

/** Names the refusal behind a network or TLS error: the proxy's own, server not recognised, our certificate refused, or unreachable. */
export function refusReseau(erreur: Error, parcours: Parcours): Refus {
  if (erreur instanceof DefautMandataire) return erreur.refus
  const code = codeDe(erreur)
  if (SERVEUR_NON_RECONNU.test(code)) return refuser('insi/serveur-non-reconnu')
  const alerte = /alert number (\d+)/.exec(erreur.message)?.[1]
  if (alerte !== undefined && ALERTES_CERTIFICAT.has(Number(alerte))) return refuser('insi/certificat-refuse')
  // In TLS 1.3 the server judges our certificate after our side is done: one that hangs up then, without the
  // session ticket that ends its own side, refused it without saying so.
  const muet = code === 'ECONNRESET' && parcours.securise && !parcours.reconnu && !parcours.reutilise
  return refuser(muet ? 'insi/certificat-refuse' : 'insi/injoignable')
}

const codeDe = (erreur: Error): string =>
  'code' in erreur && typeof erreur.code === 'string' ? erreur.code : ''
