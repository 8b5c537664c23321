import type { ClientRequest, IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { TLSSocket, type SecureContext } from 'node:tls'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { DelaisInsi } from './config.ts'
import { AgentMandataire, type Depart } from './mandataire/agent-mandataire.ts'
import { regarderServeur } from './mandataire/inspecter.ts'
import { TAILLE_MAX } from './read-xml.ts'
import { refusReseau, type Parcours } from './tls-failure.ts'
import type { ReponseHttp, TransportInsi } from './transport.ts'

/** Idle connections close before usual servers drop theirs (5 s): a POST on a dying connection cannot be sent again. */
const INACTIVITE_MS = 4_000

/** Where and how one service is reached; `depart` is null where nothing stands between. */
export interface OptionsTransport {
  readonly url: string
  readonly secureContext: SecureContext
  readonly delais: DelaisInsi
  readonly depart: Depart | null
}

/** Opens the HTTPS transport of one service address; connections are kept open between two close calls. */
export function createHttpsTransport(options: OptionsTransport): TransportInsi {
  const { depart } = options
  const reglages = {
    keepAlive: true,
    timeout: INACTIVITE_MS,
    secureContext: options.secureContext,
    // Said aloud: NODE_TLS_REJECT_UNAUTHORIZED would otherwise let anyone stand for INSi.
    rejectUnauthorized: true,
  }
  const agent = depart ? new AgentMandataire(reglages, depart) : new Agent(reglages)
  const envoyer = (enveloppe: string, action: string, signal?: AbortSignal) =>
    new Promise<Result<ReponseHttp, Refus>>((resolve) => {
      const corps = Buffer.from(enveloppe, 'utf8')
      const requete = request(options.url, {
        agent,
        method: 'POST',
        headers: {
          'Content-Type': `application/soap+xml; charset=utf-8; action="${action}"`,
          'Content-Length': corps.length,
        },
      })
      follow(requete, { delais: options.delais, signal, resolve })
      requete.end(corps)
    })
  return {
    async post(enveloppe, action, signal) {
      const issue = await envoyer(enveloppe, action, signal)
      return issue.ok || depart === null ? issue : echec(await expliquer(issue.error, depart))
    },
    close: () => agent.destroy(),
  }
}

/** A server nobody knows, met through a proxy: when it names INSi all the same, the proxy reads what goes through it. */
async function expliquer(refus: Refus, depart: Depart): Promise<Refus> {
  if (refus.code !== 'insi/serveur-non-reconnu') return refus
  const presente = await regarderServeur(depart)
  return presente?.nomme ? refuser('insi/inspection-tls', presente.emetteur) : refus
}

interface Suivi {
  readonly delais: DelaisInsi
  readonly signal: AbortSignal | undefined
  readonly resolve: (issue: Result<ReponseHttp, Refus>) => void
}

/** Brings one request to exactly one outcome, and leaves neither timer nor listener behind. */
function follow(requete: ClientRequest, { delais, signal, resolve }: Suivi): void {
  let parcours: Parcours = { securise: false, reconnu: false, reutilise: false }
  let fini = false
  const finir = (issue: Result<ReponseHttp, Refus>): void => {
    if (fini) return
    fini = true
    clearTimeout(total)
    clearTimeout(connexion)
    signal?.removeEventListener('abort', annuler)
    resolve(issue)
    if (!issue.ok) requete.destroy()
  }
  const annuler = (): void => finir(echec(refuser('insi/annule')))
  const expirer = (): void => finir(echec(refuser('insi/delai')))
  const echouer = (erreur: Error): void => finir(echec(refusReseau(erreur, parcours)))
  const total = setTimeout(expirer, delais.totalMs)
  const connexion = setTimeout(expirer, delais.connexionMs)
  requete.on('error', echouer)
  requete.on('socket', (socket) => {
    parcours = { ...parcours, reutilise: requete.reusedSocket }
    if (requete.reusedSocket) return clearTimeout(connexion)
    socket.once('secureConnect', () => {
      clearTimeout(connexion)
      parcours = { ...parcours, securise: true, reconnu: parcours.reconnu || !isTls13(socket) }
    })
    socket.once('session', () => (parcours = { ...parcours, reconnu: true }))
  })
  requete.on('response', (reponse) => {
    parcours = { ...parcours, reconnu: true }
    collect(reponse, finir, echouer)
  })
  if (signal?.aborted) return annuler()
  signal?.addEventListener('abort', annuler, { once: true })
}

/** Before TLS 1.3 the server has judged our certificate when the handshake ends. */
const isTls13 = (socket: unknown): boolean =>
  socket instanceof TLSSocket && socket.getProtocol() === 'TLSv1.3'

/** Gathers the body and stops one byte past the largest answer, so that an endless one costs nothing. */
function collect(
  reponse: IncomingMessage,
  finir: (issue: Result<ReponseHttp, Refus>) => void,
  echouer: (erreur: Error) => void,
): void {
  const morceaux: Buffer[] = []
  let taille = 0
  const rendre = (): void =>
    finir(
      succes({
        statut: reponse.statusCode ?? 0,
        contentType: reponse.headers['content-type'] ?? '',
        corps: Buffer.concat(morceaux),
      }),
    )
  reponse.on('data', (morceau: Buffer) => {
    morceaux.push(morceau)
    taille += morceau.length
    if (taille <= TAILLE_MAX) return
    rendre()
    reponse.destroy()
  })
  reponse.on('end', rendre)
  reponse.on('error', echouer)
}
