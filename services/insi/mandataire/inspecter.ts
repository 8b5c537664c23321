import { checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls'
import { ouvrirChemin, type Depart } from './agent-mandataire.ts'
import { montrable } from './montrable.ts'
import { nu } from './route.ts'

/** The certificate somebody shows at the address of a service, and whether it names that service. */
export interface Presente {
  readonly nomme: boolean
  /** Who issued it, as a text fit for a screen. */
  readonly emetteur: string
  readonly fin: Date | null
}

/**
 * Looks at the certificate shown at an address, believing nothing of it: no certificate of ours is shown, not a byte is sent, and the
 * connection is closed at once. Null when nobody shows one.
 */
export async function regarderServeur(depart: Depart): Promise<Presente | null> {
  const arret = AbortSignal.timeout(depart.delaiMs)
  try {
    const socket = await ouvrirChemin(depart, arret)
    const { hostname, port } = new URL(depart.url)
    const hote = nu(hostname)
    const options = { host: hote, port: Number(port || 443), servername: /[a-z]/i.test(hote) ? hote : '' }
    const tls = connect({ ...options, ...(socket && { socket }), rejectUnauthorized: false })
    return lire(hote, await certificatDe(tls, arret))
  } catch {
    return null
  }
}

function certificatDe(tls: TLSSocket, arret: AbortSignal): Promise<PeerCertificate> {
  const { promise, resolve, reject } = Promise.withResolvers<PeerCertificate>()
  const finir = (): void => reject(new Error('no certificate'))
  arret.addEventListener('abort', finir, { once: true })
  tls.once('secureConnect', () => resolve(tls.getPeerCertificate())).once('close', finir)
  tls.on('error', finir)
  return promise.finally(() => {
    arret.removeEventListener('abort', finir)
    tls.destroy()
  })
}

function lire(hote: string, certificat: PeerCertificate): Presente | null {
  if (!('issuer' in certificat) || Object.keys(certificat).length === 0) return null
  const { CN, O } = certificat.issuer
  const fin = new Date(certificat.valid_to)
  return {
    nomme: checkServerIdentity(hote, certificat) === undefined,
    emetteur: montrable(CN ?? O),
    fin: Number.isNaN(fin.getTime()) ? null : fin,
  }
}
