import type { VueAdmission } from '#domain/admission/vue.ts'
import type { VueRemise } from '#domain/travail/vue-remise.ts'

/** What this admission awaits of the person at the desk, when it came to him from somebody; null otherwise. */
export function aConclure(vue: VueAdmission | null | undefined, agent: string | undefined): VueRemise | null {
  const remise = vue?.remise ?? null
  return remise !== null && remise.refus === null && remise.par !== agent ? remise : null
}
