import type { VueCartes } from '#contracts/cartes.ts'
import type { Beneficiaire } from '#domain/cartes/lecture-vitale.ts'

/** One reader, nothing in it. */
export const SANS_CARTE: VueCartes = {
  cartes: { lecteurs: [{ nom: 'Lecteur 1', carte: null, muette: false, presence: 0 }], refus: null },
  lecture: { etat: 'aucune' },
}

/** One reader, and in it the Carte Vitale of these people. */
export const carteLue = (beneficiaires: readonly Beneficiaire[]): VueCartes => ({
  cartes: {
    lecteurs: [{ nom: 'Lecteur 1', carte: 'vitale2', muette: false, presence: 1 }],
    refus: null,
  },
  lecture: {
    etat: 'lue',
    beneficiaires: beneficiaires.map(({ matricule: _m, nirAssure: _n, regime: _r, ...visible }) => visible),
  },
})
