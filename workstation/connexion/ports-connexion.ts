import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { CpxClient } from '#native-bridge/proc/cpx-client.ts'
import type { EnvironnementInsi } from '#services/insi/config.ts'
import type { Journal } from '#services/journal/open-journal.ts'
import type { PortsEtablissement } from '../administration/ports.ts'
import type { ReglagesConnexion } from '../configuration/connexion.ts'
import type { Entree } from '../session/ouvrir-seance.ts'
import type { Seance, Session } from '../session/session.ts'

/** What coming to the desk needs of it. */
export interface PortsConnexion extends PortsEtablissement {
  readonly poste: string
  /** Test cards open nothing in production, nor real ones elsewhere. */
  readonly environnement: EnvironnementInsi
  readonly reglages: ReglagesConnexion
  readonly cpx: CpxClient
  readonly journal: Journal
  readonly session: Session
  readonly ouvrirSeance: (entree: Entree) => Promise<Result<Seance, Refus>>
}
