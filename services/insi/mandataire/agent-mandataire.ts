import { Agent, type AgentOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import { connect, type ConnectionOptions } from 'node:tls'
import { refuser } from '#domain/refus/refus.ts'
import type { IdentifiantsMandataire } from '../config.ts'
import { DefautMandataire } from './defaut-mandataire.ts'
import { nu } from './route.ts'
import type { ChoisirRoutes } from './sortie.ts'
import { openTunnel } from './tunnel.ts'

/** How the connections of an agent leave. */
export interface Depart {
  readonly url: string
  readonly routes: ChoisirRoutes
  readonly identifiants: IdentifiantsMandataire | null
  readonly delaiMs: number
}

type Rendre = (erreur: Error | null, socket: Duplex) => void

/** An agent whose new connections go through the proxy when there is one; kept connections are reused as those of any agent. */
export class AgentMandataire extends Agent {
  readonly #depart: Depart
  readonly #arret = new AbortController()

  constructor(options: AgentOptions, depart: Depart) {
    super(options)
    this.#depart = depart
  }

  override createConnection(options: ConnectionOptions, rendre: Rendre): undefined {
    // A proxy that fails leaves no socket: Node then reads the error alone.
    this.#ouvrir(options).then((socket) => rendre(null, socket), rendre as (erreur: Error) => void)
    return undefined
  }

  override destroy(): void {
    this.#arret.abort()
    super.destroy()
  }

  async #ouvrir(options: ConnectionOptions): Promise<Duplex> {
    const socket = await ouvrirChemin(this.#depart, this.#arret.signal)
    return connect(socket === null ? options : { ...options, socket })
  }
}

/** The tunnel to the service by the first way that answers, null for the straight one; rejects with a `DefautMandataire`. */
export async function ouvrirChemin(
  { url, routes, identifiants, delaiMs }: Depart,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<typeof openTunnel>> | null> {
  const cible = new URL(url)
  const choisies = await routes(cible)
  if (!choisies.ok) throw new DefautMandataire(choisies.error)
  const { hostname: hote, port } = cible
  const vers = { hote: nu(hote), port: Number(port || 443), identifiants, delaiMs }
  let defaut = new DefautMandataire(refuser('insi/mandataire-injoignable'))
  for (const route of choisies.value) {
    if (route === 'directe') return null
    try {
      return await openTunnel({ ...vers, route }, signal)
    } catch (cause) {
      if (!(cause instanceof DefautMandataire) || !estInjoignable(cause)) throw cause
      defaut = cause
    }
  }
  throw defaut
}

/** Another way is tried only where nothing was said: a proxy that answered has judged. */
const estInjoignable = ({ refus }: DefautMandataire): boolean => refus.code === 'insi/mandataire-injoignable'
