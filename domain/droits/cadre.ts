import { REGLAGES_PAR_DEFAUT, type ReglagesAdmission } from '../admission/reglages.ts'
import { HABILITATION_PAR_DEFAUT, type Habilitation } from './peut.ts'

/** All that an act is judged by besides the admission: the person at the desk, and what the establishment decided. */
export interface Cadre {
  readonly habilitation: Habilitation
  readonly reglages: ReglagesAdmission
}

/** What a desk does when nothing is configured. */
export const CADRE_PAR_DEFAUT: Cadre = {
  habilitation: HABILITATION_PAR_DEFAUT,
  reglages: REGLAGES_PAR_DEFAUT,
}
