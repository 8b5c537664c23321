import { administration } from './administration.ts'
import { admission } from './admission.ts'
import { cartes } from './cartes.ts'
import { continuite } from './continuite.ts'
import { copies } from './copies.ts'
import { impression } from './impression.ts'
import { lieux } from './lieux.ts'
import { materiel } from './materiel.ts'
import { patients } from './patients.ts'
import { poste } from './poste.ts'
import { session } from './session.ts'
import { travail } from './travail.ts'

/** Everything a window may ask of the workstation, and every signal it may follow. */
export const contrat = {
  session,
  cartes,
  admission,
  continuite,
  copies,
  impression,
  lieux,
  materiel,
  patients,
  travail,
  poste,
  administration,
}
