import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { exiger } from './exiger.ts'

type Agir = (admission: string, evenement: Evenement) => Promise<Result<VueAdmission, Refus>>

/** The acts about a call that INSi did not answer. */
export function actesDifferes(agir: Agir, now: () => Date) {
  const os = implement(contrat.admission)
  return {
    differerInsi: os.differerInsi.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'appel-differe', le: now().toISOString() }), errors),
    ),
    annulerDiffere: os.annulerDiffere.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'differe-annule', cause: 'agent' }), errors),
    ),
  }
}
