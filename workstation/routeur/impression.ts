import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'

export function routeurImpression({ impression, remettreNotice }: Poste) {
  const os = implement(contrat.impression)
  return os.router({
    planche: os.planche.handler(async ({ input, errors }) =>
      exiger(await impression.imprimer(input.admission, { document: 'planche', debut: input.debut }), errors),
    ),
    fiche: os.fiche.handler(async ({ input, errors }) =>
      exiger(await impression.imprimer(input.admission, { document: 'fiche' }), errors),
    ),
    notice: os.notice.handler(async ({ input, errors }) =>
      exiger(await remettreNotice(input.admission, input.notice), errors),
    ),
  })
}
