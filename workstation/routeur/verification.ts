import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { exiger } from './exiger.ts'

type Agir = (admission: string, evenement: Evenement) => Promise<Result<VueAdmission, Refus>>

/** The acts that verify an INS accepted before, one deliberate call each. */
export function actesVerification(agir: Agir, uuid: () => string) {
  const os = implement(contrat.admission)
  return {
    verifierInsi: os.verifierInsi.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'verification-demandee', appelId: uuid() }), errors),
    ),
    declarerEtatCivil: os.declarerEtatCivil.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'etat-civil-declare' }), errors),
    ),
  }
}
