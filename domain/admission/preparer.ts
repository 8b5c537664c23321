import type { Statut } from '../identite/statut.ts'
import { refuser, type CodeRefus } from '../refus/refus.ts'
import { echec } from '../result.ts'
import type { Admission } from './admission.ts'
import type { Evenement } from './evenement.ts'
import { arretAppel, couperAppel, journaliser, passer, type Issue } from './transition.ts'

/** What takes the patient himself. Source: EXI PP 09; ID-15, ID-16. */
const EN_PERSONNE: ReadonlySet<Evenement['type']> = new Set([
  'piece-enregistree',
  'transfert-demande',
  'notice-remise',
])

/** Why an act is refused while the visit is only prepared; null when it may be done, and once the patient is there. */
export const interditSansPatient = ({ preparation }: Admission, { type }: Evenement): CodeRefus | null =>
  preparation !== null && EN_PERSONNE.has(type) ? 'preadmission/presence' : null

/** A visit prepared ends at most at récupérée: no act of it makes an identity trusted, save what a known patient brings. Source: ID-15. */
export const gagneSansPatient = (
  { preparation }: Admission,
  { type }: Evenement,
  statut: Statut,
): CodeRefus | null =>
  preparation !== null && type !== 'patient-repris' && (statut === 'validee' || statut === 'qualifiee')
    ? 'preadmission/presence'
    : null

/** The patient is there: the visit goes on by the usual gesture. */
export function accueillirPatient(admission: Admission): Issue {
  if (admission.preparation === null) return echec(refuser('admission/etape'))
  return passer({ ...admission, preparation: null }, journaliser({ acte: 'patient-arrive' }))
}

/** The visit will not take place: it leaves the list, and its admission is closed as it stands. */
export function retirerPreparation(admission: Admission): Issue {
  if (admission.preparation === null) return echec(refuser('admission/etape'))
  return passer(
    { ...couperAppel(admission, 'insi/annule'), preparation: null, close: true },
    ...arretAppel(admission),
    journaliser({ acte: 'preparation-retiree' }),
  )
}
