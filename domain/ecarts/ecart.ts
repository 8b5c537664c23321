import type { TraitsStricts } from '../identite/traits.ts'

/** How serious a difference is: equal, minor (acceptable with a reason), major (no INS may be associated). */
export type Gravite = 'egal' | 'mineur' | 'majeur'

/** A trait seen from both sides, and the verdict with the rule that gives it. */
export interface Ecart {
  readonly trait: keyof TraitsStricts
  readonly regle: string
  readonly gravite: Gravite
  readonly raison: string
  readonly local: string
  readonly insi: string
}
