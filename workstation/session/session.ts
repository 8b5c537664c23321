import type { Cadre } from '#domain/droits/cadre.ts'
import type { Droit } from '#domain/droits/droit.ts'
import type { Role } from '#domain/droits/role.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { creerFileAttente } from '../etat/file-attente.ts'
import { creerSignal, type Signal } from '../etat/signal.ts'
import type { ActeJournal, CauseFermeture } from '#services/journal/acte-journal.ts'
import type { Administration } from '../administration/administration.ts'
import type { Guichet } from '../guichet/guichet.ts'

export interface Agent {
  readonly identifiant: string
  readonly nom: string
  readonly role: Role
  readonly droits: Droit[]
}

/** A desk opened for one agent: its acts, its lines in the journal, and how to leave it with nothing half written. */
export interface Seance {
  readonly agent: Agent
  readonly guichet: Guichet
  /** What his acts are judged by at this moment: his rights, and the settings of the site. */
  readonly cadre: Cadre
  readonly administration: Administration
  /** Why no call to INSi may leave yet; null when one may. */
  readonly verrouInsi: () => Refus | null
  noter(admission: string | null, acte: ActeJournal): Promise<void>
  fermer(cause: CauseFermeture): Promise<void>
}

export type OuvrirSeance = () => Promise<Result<Seance, Refus>>

/** Who is at the desk; the store is open only while somebody is. */
export interface Session {
  readonly agent: Signal<Agent | null>
  /** Opens a desk in its turn, however its agent proves who he is. */
  ouvrir(ouvrirSeance: OuvrirSeance): Promise<Result<Agent, Refus>>
  fermer(cause: CauseFermeture): Promise<void>
  /** Says again who is at the desk, after his rights changed. */
  readonly actualiser: () => void
  /** What the signed-in agent works with, or `session/absente`. */
  readonly seance: () => Result<Seance, Refus>
}

/** Signs agents in and out, one at a time; signing in again first closes the desk of the previous agent. */
export function creerSession(): Session {
  const agent = creerSignal<Agent | null>(null)
  const chacunSonTour = creerFileAttente()
  let seance: Seance | null = null

  async function fermer(cause: CauseFermeture): Promise<void> {
    const ancienne = seance
    seance = null
    agent.poser(null)
    await ancienne?.fermer(cause)
  }

  async function ouvrir(ouvrirSeance: OuvrirSeance): Promise<Result<Agent, Refus>> {
    await fermer('autre-agent')
    const ouverte = await ouvrirSeance()
    if (!ouverte.ok) return ouverte
    seance = ouverte.value
    agent.poser(seance.agent)
    return succes(seance.agent)
  }

  return {
    agent,
    ouvrir: (ouvrirSeance) => chacunSonTour(() => ouvrir(ouvrirSeance)),
    fermer: (cause) => chacunSonTour(() => fermer(cause)),
    actualiser: () => seance && agent.poser(seance.agent),
    seance: () => (seance === null ? echec(refuser('session/absente')) : succes(seance)),
  }
}
