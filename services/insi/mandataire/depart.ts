import { DELAIS_INSI, type ConfigInsi } from '../config.ts'
import type { Depart } from './agent-mandataire.ts'
import { choisirRoutesDe } from './sortie.ts'

/** How calls of an establishment leave; null where nothing stands between it and INSi. */
export const departDe = (config: ConfigInsi): Depart | null =>
  config.mandataire ? departVers(config.url, config) : null

/** How any address is reached from an establishment, straight or not. */
export const departVers = (
  url: string,
  config: Pick<ConfigInsi, 'mandataire' | 'environnement' | 'delais'>,
): Depart => ({
  url,
  routes: choisirRoutesDe(config),
  identifiants: config.mandataire?.identifiants ?? null,
  // A silent proxy is named before the connection's own delay, which would accuse INSi.
  delaiMs: (config.delais ?? DELAIS_INSI).connexionMs * 0.8,
})
