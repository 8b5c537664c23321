import type { Admission } from './admission.ts'
import type { Evenement } from './evenement.ts'
import { conclureDossier, prendreAdmission } from './prendre.ts'
import { accueillirPatient, retirerPreparation } from './preparer.ts'
import type { Issue } from './transition.ts'

type EvenementTravail = Extract<
  Evenement,
  { type: 'admission-prise' | 'dossier-conclu' | 'patient-arrive' | 'preparation-retiree' }
>

/** What becomes of an admission that waits: taken up, concluded, or prepared for a patient who comes or does not. */
export function deciderTravail(admission: Admission, evenement: EvenementTravail): Issue {
  switch (evenement.type) {
    case 'admission-prise':
      return prendreAdmission(admission, evenement.agent)
    case 'dossier-conclu':
      return conclureDossier(admission, evenement.conclusion)
    case 'patient-arrive':
      return accueillirPatient(admission)
    case 'preparation-retiree':
      return retirerPreparation(admission)
  }
}
