import type { IncomingMessage, ServerResponse } from 'node:http'
import { TLSSocket } from 'node:tls'
import { setTimeout as attendre } from 'node:timers/promises'
import type { Reponse } from './deformations.ts'
import { nombreDe, type Mode } from './modes.ts'
import type { RequeteHttp } from './read-request.ts'

export const CHEMIN = '/lps'
const REQUETE_MAX = 64 * 1024

/** One HTTP call, and what its answer depends on. */
export interface Appel {
  readonly requete: IncomingMessage
  readonly reponse: ServerResponse
  readonly porte: RequeteHttp['porte']
  /** The mode of this call, asked for once the request is whole. */
  readonly mode: () => Mode
  readonly repondre: (recue: RequeteHttp, mode: Mode) => Reponse
}

/** Reads one request and answers it, or does to it what the mode says. */
export function servir(appel: Appel): void {
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

async function conclure(appel: Appel, xml: string): Promise<void> {
  const { requete, reponse, porte } = appel
  const mode = appel.mode()
  const contentType = requete.headers['content-type'] ?? ''
  const ecrite = appel.repondre({ porte, cn: cnClient(requete), contentType, xml }, mode)
  if (mode.nom === 'muet') return
  if (mode.nom === 'coupure-apres') {
    // A server that read a request has sent its TLS session tickets long before.
    await attendre(20, undefined, { ref: false })
    requete.socket.destroy()
    return
  }
  if (mode.nom === 'lent') await attendre(nombreDe(mode, 3000), undefined, { ref: false })
  await ecrire(reponse, ecrite, mode)
}

async function ecrire(
  reponse: ServerResponse,
  { statut, type, corps, location }: Reponse,
  mode: Mode,
): Promise<void> {
  const octets = Buffer.from(corps, 'utf8')
  reponse.writeHead(statut, {
    'Content-Type': type,
    'Content-Length': octets.length,
    ...(location === undefined ? {} : { Location: location }),
  })
  if (mode.nom === 'coupure-pendant')
    reponse.write(octets.subarray(0, octets.length / 2), () => reponse.destroy())
  else if (mode.nom === 'goutte') await egoutter(reponse, octets, nombreDe(mode, 100))
  else reponse.end(octets)
}

/** One byte, a pause, the next: a connection that is never idle and never done. */
async function egoutter(reponse: ServerResponse, octets: Buffer, pauseMs: number): Promise<void> {
  for (let place = 0; place < octets.length && !reponse.destroyed; place += 1) {
    reponse.write(octets.subarray(place, place + 1))
    await attendre(pauseMs, undefined, { ref: false })
  }
  reponse.end()
}

function cnClient({ socket }: IncomingMessage): string {
  const cn = socket instanceof TLSSocket ? socket.getPeerCertificate().subject?.CN : undefined
  return typeof cn === 'string' ? cn : ''
}
