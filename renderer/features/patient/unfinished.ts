import type { VueAdmission } from '#domain/admission/vue.ts'
import { TRAITS } from '#domain/identite/traits.ts'

/** Why this admission is not finished, in one sentence; null when it may be left without a question. */
export function raisonInacheve(vue: VueAdmission): string | null {
  if (TRAITS.every((trait) => vue.saisie[trait] === null)) return null
  if (vue.actions.imprimer !== null) return 'Des traits manquent ou sont refusés.'
  if (vue.actions.annulerInsi === null) return 'Un appel à INSi est en cours.'
  if (vue.insi.etat === 'trouvee' && vue.attente === null) return 'La réponse d’INSi attend votre décision.'
  return null
}
