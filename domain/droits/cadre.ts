import type { Admission } from '../admission/admission.ts'
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

/** The same person judged at this visit: its site, sector and type, those of the desk where it says nothing. Source: OR-04, OR-06. */
export function pourCetteVenue(cadre: Cadre, { venue }: Pick<Admission, 'venue'>): Cadre {
  const { guichet } = cadre.habilitation
  return {
    ...cadre,
    habilitation: {
      ...cadre.habilitation,
      guichet: {
        site: venue.site ?? guichet.site,
        secteur: venue.secteur ?? guichet.secteur,
        typeAdmission: venue.typeAdmission ?? guichet.typeAdmission,
      },
    },
  }
}
