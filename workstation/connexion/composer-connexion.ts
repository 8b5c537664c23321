import { creerSession, type Session } from '../session/session.ts'
import { veiller, type Veille } from '../session/veiller.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { creerConnexion, type Connexion } from './connexion.ts'
import type { PortsConnexion } from './ports-connexion.ts'

/** How often the desk looks whether its agent has left. */
const REGARD_MS = 5000

interface Ports extends Omit<
  PortsConnexion,
  'session' | 'reglages' | 'poste' | 'environnement' | 'ouvrirSeance'
> {
  readonly ouvrirSeance: (session: Session) => PortsConnexion['ouvrirSeance']
}

export interface ConnexionTenue {
  readonly session: Session
  readonly connexion: Connexion
  readonly veille: Veille
}

/** The session of the desk: how one comes to it, and what closes it behind whoever leaves, by hand, by card or for a while. */
export function composerConnexion(
  { poste, environnement, connexion: reglages, verrouillageMs }: Configuration,
  ports: Ports,
): ConnexionTenue {
  const session = creerSession()
  const ouvrirSeance = ports.ouvrirSeance(session)
  return {
    session,
    connexion: creerConnexion({ ...ports, poste, environnement, reglages, session, ouvrirSeance }),
    veille: veiller(session, { now: ports.now, delaiMs: verrouillageMs, periodeMs: REGARD_MS }),
  }
}
