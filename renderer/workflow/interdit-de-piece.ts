import type { VueAdmission } from '#domain/admission/vue.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'

/** Why no document may be recorded for this patient whatever he presents; null when one may be, now or once the traits are complete. */
export function interditDePiece(vue: VueAdmission | null | undefined): CodeRefus | null {
  const refus = vue?.actions.enregistrerPiece ?? null
  return refus?.startsWith('circonstance/') || refus?.startsWith('preadmission/') ? refus : null
}
