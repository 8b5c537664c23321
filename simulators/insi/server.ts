import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { setTimeout as attendre } from 'node:timers/promises'
import type { Forme } from './answer.ts'
import { avantTls, type Mode } from './modes.ts'
import { createPki, type Pki } from './pki.ts'
import { lirePopulation, type Population } from './population.ts'
import { repondre, type Reponse, type Service } from './reply.ts'

/** Settings of the fictitious establishment the simulator accepts. */
export const ETABLISSEMENT_FICTIF = {
  finess: '0B0152872',
  emetteur: '10B0152872',
  idam: 'TESTSGIE0000',
} as const

export interface OptionsInsi {
  readonly maintenant: Date
  readonly port?: number
  readonly pki?: Pki
  readonly population?: Population
  readonly idams?: readonly string[]
  readonly forme?: Forme
  readonly brancheSngi?: boolean
}

/** One request received, as it came. */
interface RequeteRecue {
  readonly cn: string
  readonly contentType: string
  readonly xml: string
}

export interface SimulateurInsi {
  readonly url: string
  readonly pki: Pki
  /** The last two hundred requests, oldest first. */
  readonly requetes: readonly RequeteRecue[]
  setMode(mode: Mode): Promise<void>
  stop(): Promise<void>
}

const CHEMIN = '/lps'
const REQUETES_GARDEES = 200
const REQUETE_MAX = 64 * 1024

/** TLS alert `certificate_unknown`, fatal, as a server writes it before its own hello. Source: RFC 8446, 6.2. */
const ALERTE_CERTIFICAT = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 46])

/** Starts the INSi teleservice on loopback, mutual TLS required; its people are fictitious and nothing leaves the machine. */
export async function startInsi(options: OptionsInsi): Promise<SimulateurInsi> {
  const pki =
    options.pki ?? (await createPki({ maintenant: options.maintenant, finess: ETABLISSEMENT_FICTIF.finess }))
  const service: Service = {
    population: options.population ?? lirePopulation(),
    idams: options.idams ?? [ETABLISSEMENT_FICTIF.idam],
    forme: options.forme ?? 'recente',
    brancheSngi: options.brancheSngi ?? true,
  }
  const requetes: RequeteRecue[] = []
  let mode: Mode = { nom: 'normal', argument: '' }
  const https = createHttps(pki, (requete, reponse) =>
    servir({ requete, reponse, service, requetes, mode: () => mode }),
  )
  // Plain sockets come first, so that a mode may cut, ignore or refuse them before TLS.
  const tcp = createTcpServer((socket) => accueillir(socket, mode, () => https.emit('connection', socket)))
  const connexions = suivre(tcp)
  const port = await ecouter(tcp, options.port ?? 0)
  return {
    url: `https://127.0.0.1:${port}${CHEMIN}`,
    pki,
    requetes,
    async setMode(suivant) {
      const rupture = avantTls(suivant) || avantTls(mode)
      mode = suivant
      if (rupture) connexions.fermer()
      if (mode.nom === 'arret') await arreter(tcp)
      else if (!tcp.listening) await ecouter(tcp, port)
    },
    async stop() {
      connexions.fermer()
      await arreter(tcp)
    },
  }
}

const createHttps = (pki: Pki, servir: (requete: IncomingMessage, reponse: ServerResponse) => void) =>
  createHttpsServer(
    {
      key: pki.serveur.cle,
      cert: pki.serveur.certificat,
      ca: [pki.racine, pki.intermediaire],
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    },
    servir,
  )

function accueillir(socket: Socket, mode: Mode, continuer: () => void): void {
  socket.on('error', () => socket.destroy())
  if (mode.nom === 'coupure-avant') socket.resetAndDestroy()
  else if (mode.nom === 'muet-tls') socket.resume()
  else if (mode.nom === 'certificat-refuse') socket.once('data', () => socket.end(ALERTE_CERTIFICAT))
  else continuer()
}

/** Keeps the open connections of a server, to close them all at once. */
function suivre(serveur: ReturnType<typeof createTcpServer>): { fermer: () => void } {
  const ouvertes = new Set<Socket>()
  serveur.on('connection', (socket) => {
    ouvertes.add(socket)
    socket.once('close', () => ouvertes.delete(socket))
  })
  return { fermer: () => ouvertes.forEach((socket) => socket.destroy()) }
}

async function ecouter(serveur: ReturnType<typeof createTcpServer>, port: number): Promise<number> {
  serveur.listen(port, '127.0.0.1')
  await once(serveur, 'listening')
  return (serveur.address() as AddressInfo).port
}

async function arreter(serveur: ReturnType<typeof createTcpServer>): Promise<void> {
  if (!serveur.listening) return
  serveur.close()
  await once(serveur, 'close')
}

interface Appel {
  readonly requete: IncomingMessage
  readonly reponse: ServerResponse
  readonly service: Service
  readonly requetes: RequeteRecue[]
  readonly mode: () => Mode
}

function servir(appel: Appel): void {
  const { requete, reponse } = appel
  if (requete.url !== CHEMIN || requete.method !== 'POST') {
    reponse.writeHead(requete.url === CHEMIN ? 405 : 404).end()
    return
  }
  const morceaux: Buffer[] = []
  let taille = 0
  requete.on('data', (morceau: Buffer) => {
    taille += morceau.length
    if (taille > REQUETE_MAX) requete.destroy()
    morceaux.push(morceau)
  })
  requete.on('error', () => reponse.destroy())
  requete.on('end', () => void conclure(appel, Buffer.concat(morceaux).toString('utf8')))
}

async function conclure({ requete, reponse, service, requetes, mode }: Appel, xml: string): Promise<void> {
  const recue = { cn: cnClient(requete), contentType: requete.headers['content-type'] ?? '', xml }
  requetes.push(recue)
  if (requetes.length > REQUETES_GARDEES) requetes.shift()
  const actuel = mode()
  if (actuel.nom === 'muet') return
  if (actuel.nom === 'coupure-apres') {
    // A server that read a request has sent its TLS session tickets long before.
    await attendre(20, undefined, { ref: false })
    requete.socket.destroy()
    return
  }
  if (actuel.nom === 'lent') await attendre(Number(actuel.argument) || 3000, undefined, { ref: false })
  ecrire(reponse, repondre(service, recue, actuel), actuel.nom === 'coupure-pendant')
}

function ecrire(reponse: ServerResponse, { statut, type, corps, location }: Reponse, coupee: boolean): void {
  const octets = Buffer.from(corps, 'utf8')
  reponse.writeHead(statut, {
    'Content-Type': type,
    'Content-Length': octets.length,
    ...(location === undefined ? {} : { Location: location }),
  })
  if (coupee) reponse.write(octets.subarray(0, octets.length / 2), () => reponse.destroy())
  else reponse.end(octets)
}

function cnClient({ socket }: IncomingMessage): string {
  const cn = socket instanceof TLSSocket ? socket.getPeerCertificate().subject?.CN : undefined
  return typeof cn === 'string' ? cn : ''
}
