import type { Admission } from '../admission/admission.ts'
import type { Conclusion, MotifTransfert } from '../decision/faits-decision.ts'
import type { Habilitation } from '../droits/peut.ts'
import type { Jour } from '../identite/date-naissance.ts'
import type { CodeRefus } from '../refus/refus.ts'
import type { Remise } from './faits-travail.ts'
import { peutTraiter, raisonDe, type Raison } from './raison.ts'

/** What an admission awaits, as the desk shows it. */
export interface VueRemise extends Remise {
  readonly raison: Raison
  readonly transfert: MotifTransfert | null
  readonly conclusion: Conclusion | null
  /** Why this person may not conclude it; null when he may. */
  readonly refus: CodeRefus | null
}

export function vueRemise(admission: Admission, jour: Jour, habilitation: Habilitation): VueRemise | null {
  const raison = admission.remise && raisonDe(admission)
  if (raison === null || admission.remise === null) return null
  const { transfert, conclusion } = admission.decision
  return {
    ...admission.remise,
    raison,
    transfert,
    conclusion,
    refus: peutTraiter(habilitation, raison, jour),
  }
}
