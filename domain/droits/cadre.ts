import type { ReglagesAdmission } from '../admission/reglages.ts'
import type { Habilitation } from './peut.ts'

/** All that an act is judged by besides the admission: the person at the desk, and what the establishment decided. */
export interface Cadre extends Habilitation {
  /** The default ones when absent. */
  readonly reglages?: ReglagesAdmission
}
