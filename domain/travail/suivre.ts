import type { Admission } from '../admission/admission.ts'
import type { Remise } from './faits-travail.ts'
import { raisonDe } from './raison.ts'

/** Notes since when an admission awaits what it awaits, and from whose hands; forgets it once nothing is awaited. Source: DX-06. */
export function suivre(avant: Admission, apres: Admission, moment: Remise): Admission {
  const raison = raisonDe(apres)
  if (raison === null) return apres.remise === null ? apres : { ...apres, remise: null }
  // A known patient taken again brings what was noted at his last visit.
  const note = apres.remise !== null && (apres.remise !== avant.remise || raison === raisonDe(avant))
  return note ? apres : { ...apres, remise: moment }
}
