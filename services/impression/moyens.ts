import type { Polices } from './polices.ts'
import type { Relecteur } from './relecture.ts'

/** What rendering needs, loaded once. */
export interface Moyens {
  readonly polices: Polices
  readonly relecteur: Relecteur
}
