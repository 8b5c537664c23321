import type { VueAdmission } from '#domain/admission/vue.ts'
import { TRAITS } from '#domain/identite/traits.ts'

/** Tells whether a page printed for one view is still true for the other: same patient, same traits, same status. */
export const printsTheSame = (avant: VueAdmission, apres: VueAdmission): boolean =>
  avant.statut === apres.statut &&
  avant.ipp === apres.ipp &&
  TRAITS.every((trait) => avant.saisie[trait]?.valeur === apres.saisie[trait]?.valeur)
