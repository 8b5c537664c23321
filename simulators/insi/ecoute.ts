import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { avantEnvoi, estFauxServeur, NORMAL, type Mode } from './modes.ts'
import type { Pki } from './pki.ts'

/** One listening port of the service; the mode of the moment reigns before TLS as after. */
export interface Ecoute {
  readonly port: number
  setMode(mode: Mode): Promise<void>
  stop(): Promise<void>
}

interface OptionsEcoute {
  readonly pki: Pki
  readonly port: number
  /** Whether clients must show a certificate of the simulated authority; one shown without need is only noted. */
  readonly certificatClient: boolean
  readonly servir: RequestListener
}

/** Opens an HTTPS port on loopback. */
export async function ouvrirEcoute({ pki, certificatClient, ...options }: OptionsEcoute): Promise<Ecoute> {
  const materiel = ({ cle: key, certificat: cert }: Pki['serveur']) => ({
    key,
    cert,
    ca: [pki.racine, pki.intermediaire],
    minVersion: 'TLSv1.2' as const,
  })
  const https = createHttpsServer(
    { ...materiel(pki.serveur), requestCert: true, rejectUnauthorized: certificatClient },
    options.servir,
  )
  let mode: Mode = NORMAL
  // Plain sockets come first, so that a mode may cut, ignore or refuse them before TLS.
  const tcp = createTcpServer((socket) => accueillir(socket, mode, () => https.emit('connection', socket)))
  const connexions = suivre(tcp)
  const port = await ecouter(tcp, options.port)
  return {
    port,
    async setMode(suivant) {
      const rupture = avantEnvoi(suivant) || avantEnvoi(mode)
      mode = suivant
      if (!rupture) return
      https.setSecureContext(materiel(estFauxServeur(mode.nom) ? pki.fauxServeurs[mode.nom] : pki.serveur))
      connexions.fermer()
      if (mode.nom === 'arret') await arreter(tcp)
      else if (!tcp.listening) await ecouter(tcp, port)
    },
    async stop() {
      connexions.fermer()
      await arreter(tcp)
    },
  }
}

/** A fatal TLS alert as a server writes it before its own hello. Source: RFC 8446, 6.2. */
const alerte = (description: number): Buffer => Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, description])

const ALERTES: Partial<Record<Mode['nom'], Buffer>> = {
  'certificat-refuse': alerte(46),
  'tls-version': alerte(70),
}

function accueillir(socket: Socket, { nom }: Mode, continuer: () => void): void {
  const refus = ALERTES[nom]
  socket.on('error', () => socket.destroy())
  if (nom === 'coupure-avant') socket.resetAndDestroy()
  else if (nom === 'muet-tls') socket.resume()
  else if (refus) socket.once('data', () => socket.end(refus))
  else continuer()
}

/** Keeps the open connections of a server, to close them all at once. */
function suivre(serveur: Server): { fermer: () => void } {
  const ouvertes = new Set<Socket>()
  serveur.on('connection', (socket) => {
    ouvertes.add(socket)
    socket.once('close', () => ouvertes.delete(socket))
  })
  return { fermer: () => ouvertes.forEach((socket) => socket.destroy()) }
}

async function ecouter(serveur: Server, port: number): Promise<number> {
  serveur.listen(port, '127.0.0.1')
  await once(serveur, 'listening')
  return (serveur.address() as AddressInfo).port
}

async function arreter(serveur: Server): Promise<void> {
  if (!serveur.listening) return
  serveur.close()
  await once(serveur, 'close')
}
