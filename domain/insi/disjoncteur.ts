import { pannesDeSuite, SEUIL_PANNES, type Observation } from './meteo.ts'

/** How long nothing leaves once INSi is taken for down; doubled at each failure since. */
const PAUSE_MS = 60_000
const PAUSE_MAX_MS = 900_000

/**
 * The circuit breaker: the instant from which a call is tried again, null when none is held back. It keeps no state of its own: INSi
 * is taken for down while its last calls failed in a row, and the first call after the pause is the trial.
 */
export const essaiPermisA = (observations: readonly Observation[]): number | null =>
  finDePause(observations, SEUIL_PANNES)

/** The instant from which a call put off may leave: one failure is enough to hold it back, for it leaves only once. */
export const rejeuPermisA = (observations: readonly Observation[]): number | null =>
  finDePause(observations, 1)

function finDePause(observations: readonly Observation[], seuil: number): number | null {
  const derniere = observations.at(-1)
  const suite = pannesDeSuite(observations)
  if (!derniere || suite < seuil) return null
  return derniere.finMs + Math.min(PAUSE_MS * 2 ** Math.max(0, suite - SEUIL_PANNES), PAUSE_MAX_MS)
}
