import type { Jour } from '../identite/date-naissance.ts'

/** Since when, and from whose hands, an admission awaits somebody. */
export interface Remise {
  /** Instant, ISO 8601 UTC. */
  readonly depuis: string
  readonly par: string
}

/** A visit prepared before the patient came: nobody is at the desk. Source: ID-15. */
export interface Preparation {
  /** The day he is expected. */
  readonly pour: Jour
}
