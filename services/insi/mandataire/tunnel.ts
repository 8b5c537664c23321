import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { refuser } from '#domain/refus/refus.ts'
import type { IdentifiantsMandataire } from '../config.ts'
import { DefautMandataire } from './defaut-mandataire.ts'
import type { RouteMandataire } from './route.ts'

/** A genuine answer to CONNECT is a few lines. */
const ENTETE_MAX = 16 * 1024

/** What one tunnel goes through and to. */
export interface Traversee {
  readonly route: RouteMandataire
  readonly hote: string
  readonly port: number
  readonly identifiants: IdentifiantsMandataire | null
  readonly delaiMs: number
}

/**
 * Opens a tunnel through a proxy (CONNECT), once. Rejects with a `DefautMandataire`: `insi/mandataire-injoignable`,
 * `insi/mandataire-authentification` (407), `insi/mandataire-refuse` (any other answer). Source: RFC 9110, 9.3.6 and 11.7.
 */
export function openTunnel(traversee: Traversee, signal: AbortSignal): Promise<Socket> {
  const { route, delaiMs } = traversee
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const socket = joindre(route)
  const renoncer = (
    code: ConstructorParameters<typeof DefautMandataire>[0]['code'],
    champ?: string,
  ): void => {
    socket.destroy()
    reject(new DefautMandataire(refuser(code, champ)))
  }
  const injoignable = (): void => renoncer('insi/mandataire-injoignable')
  const minuterie = setTimeout(injoignable, delaiMs)
  signal.addEventListener('abort', injoignable, { once: true })
  let recu = ''
  const ecouter = (morceau: Buffer): void => {
    recu += morceau.toString('latin1')
    const fin = recu.indexOf('\r\n\r\n')
    if (fin === -1) return void (recu.length > ENTETE_MAX && renoncer('insi/mandataire-refuse'))
    socket.off('data', ecouter)
    const statut = /^HTTP\/1\.[01] (\d{3})(?: |\r)/.exec(recu)?.[1]
    // A server of TLS never speaks first: more would be the words of somebody else.
    if (statut === '200' && recu.length === fin + 4) return resolve(socket)
    if (statut === '407') return renoncer('insi/mandataire-authentification', methodesDe(recu))
    renoncer('insi/mandataire-refuse', statut)
  }
  socket.once('error', injoignable).once('close', injoignable).on('data', ecouter)
  socket.once(route.chiffree ? 'secureConnect' : 'connect', () => socket.write(demande(traversee)))
  return promise.finally(() => {
    clearTimeout(minuterie)
    signal.removeEventListener('abort', injoignable)
    socket.off('close', injoignable).off('error', injoignable)
    // From here on errors are for whoever holds the tunnel, and for nobody once it was given up.
    socket.on('error', () => socket.destroy())
  })
}

/** A proxy that speaks TLS is known by the authorities of the machine, INSi beyond it by its own. */
const joindre = ({ hote: host, port, chiffree }: RouteMandataire): Socket =>
  chiffree
    ? connectTls({ host, port, servername: host, rejectUnauthorized: true })
    : connectTcp({ host, port })

function demande({ hote, port, identifiants }: Traversee): string {
  const cible = `${hote.includes(':') ? `[${hote}]` : hote}:${port}`
  const autorisation = identifiants
    ? `Proxy-Authorization: Basic ${Buffer.from(`${identifiants.identifiant}:${identifiants.motDePasse}`).toString('base64')}\r\n`
    : ''
  return `CONNECT ${cible} HTTP/1.1\r\nHost: ${cible}\r\n${autorisation}\r\n`
}

/** The ways of identifying oneself that the proxy offers, keywords only. */
function methodesDe(entete: string): string | undefined {
  const methodes = [...entete.matchAll(/^proxy-authenticate: *([A-Za-z]{1,20})/gim)].map(([, nom]) => nom)
  return methodes.length === 0 ? undefined : methodes.join(' ')
}
