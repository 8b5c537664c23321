import type { CodeRefus } from '../refus/refus.ts'
import { estPanne } from './pannes.ts'

/** One call that left: when it ended, how long it took, in milliseconds, and why INSi did not answer; null when it did. */
export interface Observation {
  readonly finMs: number
  readonly dureeMs: number
  readonly refus: CodeRefus | null
}

/** How INSi answers this workstation, read off its last calls. */
export type Temps = 'inconnu' | 'normal' | 'lent' | 'instable' | 'coupe'

export interface Meteo {
  readonly temps: Temps
  /** Calls of the last hour, twenty at most, and how many of them INSi answered. */
  readonly appels: number
  readonly reponses: number
  /** Median time of an answer, in milliseconds; null without any. */
  readonly latenceMs: number | null
}

const FENETRE = { appels: 20, ageMs: 3_600_000 } as const

/** Failures in a row after which INSi is taken for down. */
export const SEUIL_PANNES = 3

/** Below this share of answers, INSi is said unstable. */
const PART_STABLE = 0.9

/** Above this median, INSi is said slow: the desk already says so of one call. */
const LENT_MS = 5000

/** What is remembered once one more call ended. */
export const observer = (
  observations: readonly Observation[],
  nouvelle: Observation,
): readonly Observation[] => recentes([...observations, nouvelle], nouvelle.finMs)

/** What still counts at this instant. */
export const recentes = (
  observations: readonly Observation[],
  maintenantMs: number,
): readonly Observation[] =>
  observations.filter(({ finMs }) => maintenantMs - finMs < FENETRE.ageMs).slice(-FENETRE.appels)

/** Failures in a row, the last call among them. */
export function pannesDeSuite(observations: readonly Observation[]): number {
  const dernierBon = observations.findLastIndex(({ refus }) => refus === null || !estPanne(refus))
  return observations.length - 1 - dernierBon
}

export function meteoDe(observations: readonly Observation[]): Meteo {
  const durees = observations.filter(({ refus }) => refus === null).map(({ dureeMs }) => dureeMs)
  const meteo = { appels: observations.length, reponses: durees.length, latenceMs: mediane(durees) }
  return { ...meteo, temps: tempsDe(observations, meteo) }
}

function tempsDe(observations: readonly Observation[], meteo: Omit<Meteo, 'temps'>): Temps {
  const { appels, reponses, latenceMs } = meteo
  if (appels === 0) return 'inconnu'
  if (pannesDeSuite(observations) >= SEUIL_PANNES) return 'coupe'
  if (latenceMs === null || reponses / appels < PART_STABLE) return 'instable'
  return latenceMs > LENT_MS ? 'lent' : 'normal'
}

/** The middle value, the upper one of two. */
const mediane = (valeurs: readonly number[]): number | null =>
  valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? null
