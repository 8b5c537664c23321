import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { lireExpiration } from '#domain/identite/expiration.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { jourDe } from '../guichet/jour.ts'
import { exiger } from './exiger.ts'

type Agir = (admission: string, evenement: Evenement) => Promise<Result<VueAdmission, Refus>>

/** The acts that say who stands at the desk, for what visit, and what he presented. */
export function actesPopulation(agir: Agir, now: () => Date) {
  const os = implement(contrat.admission)
  return {
    lireDatamatrix: os.lireDatamatrix.handler(async ({ input: { admission, message }, errors }) =>
      exiger(await agir(admission, { type: 'datamatrix-lu', message }), errors),
    ),
    choisirCirconstance: os.choisirCirconstance.handler(
      async ({ input: { admission, circonstance }, errors }) =>
        exiger(await agir(admission, { type: 'circonstance-choisie', circonstance }), errors),
    ),
    changerVenue: os.changerVenue.handler(async ({ input: { admission, champ, code }, errors }) =>
      exiger(await agir(admission, { type: 'venue-modifiee', champ, code }), errors),
    ),
    lierMere: os.lierMere.handler(async ({ input: { admission, ipp }, errors }) =>
      exiger(await agir(admission, { type: 'mere-liee', ipp }), errors),
    ),
    enregistrerPiece: os.enregistrerPiece.handler(
      async ({ input: { admission, type, expiration }, errors }) => {
        const fin = exiger(lireExpiration(expiration ?? ''), errors)
        const vue = { type, date: jourDe(now()) }
        const piece = fin === null ? vue : { ...vue, expiration: fin }
        return exiger(await agir(admission, { type: 'piece-enregistree', piece }), errors)
      },
    ),
  }
}
