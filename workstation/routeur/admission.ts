import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { Poste } from '../poste.ts'
import { actesDifferes } from './differes.ts'
import { exiger } from './exiger.ts'
import { actesPopulation } from './population.ts'
import { actesVerification } from './verification.ts'

/** Every act of an agent is one event of the domain, applied to the admission it names. */
export function routeurAdmission(poste: Poste) {
  const os = implement(contrat.admission)

  async function agir(admission: string, evenement: Evenement): Promise<Result<VueAdmission, Refus>> {
    const seance = poste.session.seance()
    return seance.ok ? seance.value.guichet.agir(admission, evenement) : seance
  }

  return os.router({
    suivre: os.suivre.handler(({ signal }) => poste.vueAdmission.suivre(signal)),
    ouvrir: os.ouvrir.handler(async ({ errors }) => {
      const suivante = exiger(await exiger(poste.session.seance(), errors).guichet.ouvrir(), errors)
      poste.carte.oublier()
      return suivante
    }),
    choisirBeneficiaire: os.choisirBeneficiaire.handler(async ({ input, errors }) => {
      const choisi = exiger(poste.carte.beneficiaire(input.index), errors)
      return exiger(await agir(input.admission, { type: 'beneficiaire-choisi', ...choisi }), errors)
    }),
    oublierCarte: os.oublierCarte.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'carte-oubliee' }), errors),
    ),
    saisirTrait: os.saisirTrait.handler(async ({ input: { admission, trait, brut }, errors }) =>
      exiger(await agir(admission, { type: 'trait-saisi', trait, brut }), errors),
    ),
    deverrouillerTraits: os.deverrouillerTraits.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'traits-deverrouilles' }), errors),
    ),
    ...actesPopulation(agir, poste.now),
    ...actesVerification(agir, poste.uuid),
    ...actesDifferes(agir, poste.now),
    retirerPiece: os.retirerPiece.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'piece-retiree' }), errors),
    ),
    basculerAttribut: os.basculerAttribut.handler(async ({ input: { admission, attribut, actif }, errors }) =>
      exiger(await agir(admission, { type: 'attribut-bascule', attribut, actif }), errors),
    ),
    interrogerInsi: os.interrogerInsi.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'insi-demandee', appelId: poste.uuid() }), errors),
    ),
    annulerInsi: os.annulerInsi.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'insi-annulee' }), errors),
    ),
    accepterInsi: os.accepterInsi.handler(async ({ input: { admission, motif }, errors }) =>
      exiger(await agir(admission, { type: 'insi-acceptee', motif }), errors),
    ),
    ecarterInsi: os.ecarterInsi.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'insi-ecartee' }), errors),
    ),
    verifierNomNaissance: os.verifierNomNaissance.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'nom-naissance-verifie' }), errors),
    ),
    transfererReferent: os.transfererReferent.handler(async ({ input: { admission, motif }, errors }) =>
      exiger(await agir(admission, { type: 'transfert-demande', motif }), errors),
    ),
    clore: os.clore.handler(async ({ input, errors }) =>
      exiger(await agir(input.admission, { type: 'close' }), errors),
    ),
  })
}
