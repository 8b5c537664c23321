import { randomUUID } from 'node:crypto'
import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { lireExpiration } from '#domain/identite/expiration.ts'
import { refuserAppel, type Erreurs } from './fake-print.ts'

const AUJOURDHUI = '2026-11-22'

/** The acts of the gesture, each one event applied to the admission it names; `passer` holds back the answer of a call to INSi, made with the card that `carteVue` sees. */
export function fakeActes(
  agir: (errors: Erreurs, admission: string, evenement: Evenement) => VueAdmission,
  { passer, carteVue }: { readonly passer: () => Promise<void>; readonly carteVue: () => string | null },
) {
  const os = implement(contrat.admission)
  return {
    saisirTrait: os.saisirTrait.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'trait-saisi', trait: input.trait, brut: input.brut }),
    ),
    deverrouillerTraits: os.deverrouillerTraits.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'traits-deverrouilles' }),
    ),
    enregistrerPiece: os.enregistrerPiece.handler(({ input, errors }) => {
      const fin = lireExpiration(input.expiration ?? '')
      if (!fin.ok) return refuserAppel(errors, fin.error)
      const vue = { type: input.type, date: AUJOURDHUI }
      const piece = fin.value === null ? vue : { ...vue, expiration: fin.value }
      return agir(errors, input.admission, { type: 'piece-enregistree', piece })
    }),
    lireDatamatrix: os.lireDatamatrix.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'datamatrix-lu', message: input.message }),
    ),
    choisirCirconstance: os.choisirCirconstance.handler(({ input, errors }) =>
      agir(errors, input.admission, {
        type: 'circonstance-choisie',
        circonstance: input.circonstance,
      }),
    ),
    changerVenue: os.changerVenue.handler(({ input: { admission, champ, code }, errors }) =>
      agir(errors, admission, { type: 'venue-modifiee', champ, code }),
    ),
    lierMere: os.lierMere.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'mere-liee', ipp: input.ipp }),
    ),
    oublierCarte: os.oublierCarte.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'carte-oubliee' }),
    ),
    retirerPiece: os.retirerPiece.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'piece-retiree' }),
    ),
    basculerAttribut: os.basculerAttribut.handler(({ input, errors }) =>
      agir(errors, input.admission, {
        type: 'attribut-bascule',
        attribut: input.attribut,
        actif: input.actif,
      }),
    ),
    interrogerInsi: os.interrogerInsi.handler(async ({ input, errors }) => {
      const demandee = agir(errors, input.admission, {
        type: 'insi-demandee',
        appelId: randomUUID(),
        carteVue: carteVue(),
      })
      await passer()
      return demandee
    }),
    annulerInsi: os.annulerInsi.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'insi-annulee' }),
    ),
    accepterInsi: os.accepterInsi.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'insi-acceptee', motif: input.motif }),
    ),
    ecarterInsi: os.ecarterInsi.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'insi-ecartee' }),
    ),
    differerInsi: os.differerInsi.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'appel-differe', le: '2026-11-22T08:00:00.000Z' }),
    ),
    annulerDiffere: os.annulerDiffere.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'differe-annule', cause: 'agent' }),
    ),
    verifierInsi: os.verifierInsi.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'verification-demandee', appelId: randomUUID() }),
    ),
    declarerEtatCivil: os.declarerEtatCivil.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'etat-civil-declare' }),
    ),
    verifierNomNaissance: os.verifierNomNaissance.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'nom-naissance-verifie' }),
    ),
    transfererReferent: os.transfererReferent.handler(({ input, errors }) =>
      agir(errors, input.admission, { type: 'transfert-demande', motif: input.motif }),
    ),
    clore: os.clore.handler(({ input, errors }) => agir(errors, input.admission, { type: 'close' })),
  }
}
