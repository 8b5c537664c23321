import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'

/** What the proxy does of those who ask to leave by it. */
export interface OptionsProxy {
  /** Whom it lets out; everybody when nothing is said. */
  readonly identifiants?: { readonly identifiant: string; readonly motDePasse: string }
  /** Status it refuses every tunnel with. */
  readonly refus?: number
  /** It accepts a connection and says nothing. */
  readonly muet?: boolean
  /** It opens what goes through: the certificate it shows in the place of the service's, and its key, PEM. */
  readonly inspection?: { readonly certificat: string; readonly cle: string }
  /** The PAC script it hands out at `/proxy.pac`. */
  readonly pac?: string
}

export interface SimulateurProxy {
  readonly url: string
  /** The tunnels asked for, `hote:port`, oldest first. */
  readonly tunnels: readonly string[]
  stop(): Promise<void>
}

const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}):\d+$/

/** Starts a forward proxy on loopback, the only place it leads to: CONNECT, Basic authentication, TLS inspection. Source: RFC 9110, 9.3.6. */
export async function startProxy(options: OptionsProxy = {}): Promise<SimulateurProxy> {
  const tunnels: string[] = []
  const ouvertes = new Set<Socket>()
  const serveur = createServer((requete, reponse) => servirPac(options, requete, reponse))
  serveur.on('connection', (socket: Socket) => {
    ouvertes.add(socket)
    socket.once('close', () => ouvertes.delete(socket)).on('error', () => socket.destroy())
  })
  serveur.on('connect', (requete: IncomingMessage, socket: Duplex) => {
    const cible = requete.url ?? ''
    tunnels.push(cible)
    if (options.muet) return
    const refus = refusDe(options, requete, cible)
    if (refus !== null) return void socket.end(refus)
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    if (options.inspection) inspecter(socket, options.inspection)
    else relier(socket, cible)
  })
  await once(serveur.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`,
    tunnels,
    async stop() {
      serveur.close()
      ouvertes.forEach((socket) => socket.destroy())
      await once(serveur, 'close')
    },
  }
}

function servirPac({ pac }: OptionsProxy, { url }: IncomingMessage, reponse: ServerResponse): void {
  if (pac === undefined || url !== '/proxy.pac') return void reponse.writeHead(404).end()
  reponse.writeHead(200, { 'Content-Type': 'application/x-ns-proxy-autoconfig' }).end(pac)
}

/** The answer that refuses a tunnel, null when it may open. */
function refusDe(
  { identifiants, refus }: OptionsProxy,
  { headers }: IncomingMessage,
  cible: string,
): string | null {
  const attendu =
    identifiants &&
    `Basic ${Buffer.from(`${identifiants.identifiant}:${identifiants.motDePasse}`).toString('base64')}`
  if (attendu !== undefined && headers['proxy-authorization'] !== attendu)
    return 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="simulation"\r\nContent-Length: 0\r\n\r\n'
  const statut = refus ?? (LOCAL.test(cible) ? null : 403)
  return statut === null ? null : `HTTP/1.1 ${statut} Refused\r\nContent-Length: 0\r\n\r\n`
}

function relier(socket: Duplex, cible: string): void {
  const [hote = '', port = ''] = cible.split(':')
  const dehors = connect({ host: hote, port: Number(port) })
  dehors.once('error', () => socket.destroy()).once('close', () => socket.destroy())
  socket.once('error', () => dehors.destroy()).once('close', () => dehors.destroy())
  socket.pipe(dehors).pipe(socket)
}

/** Stands for the service: whoever believes it has its words read. */
function inspecter(
  socket: Duplex,
  { certificat: cert, cle: key }: NonNullable<OptionsProxy['inspection']>,
): void {
  const tls = new TLSSocket(socket, { isServer: true, cert, key })
  tls.on('error', () => socket.destroy()).on('data', () => socket.destroy())
}
