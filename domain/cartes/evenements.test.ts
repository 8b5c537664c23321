import { describe, expect, it } from 'vitest'
import type { EtatCartes, EtatLecteur } from './etat-cartes.ts'
import { evenementsEntre } from './evenements.ts'

const lecteur = (champs: Partial<EtatLecteur> = {}): EtatLecteur => ({
  nom: 'Vitale',
  carte: null,
  muette: false,
  presence: 0,
  ...champs,
})
const etat = (...lecteurs: readonly EtatLecteur[]): EtatCartes => ({ lecteurs, refus: null })
const SERVICE_ARRETE: EtatCartes = { lecteurs: [], refus: 'cartes/service-arrete' }

const branche = { evenement: 'lecteur-branche', lecteur: 'Vitale' }
const debranche = { evenement: 'lecteur-debranche', lecteur: 'Vitale' }
const inseree = { evenement: 'carte-inseree', lecteur: 'Vitale', carte: 'vitale2' }
const retiree = { evenement: 'carte-retiree', lecteur: 'Vitale' }

const VITALE = lecteur({ carte: 'vitale2', presence: 1 })

describe('Ce qui arrive aux lecteurs se lit entre deux états', () => {
  it.each([
    ['premier état, lecteur vide', null, etat(lecteur()), [branche]],
    ['premier état, carte déjà là', null, etat(VITALE), [branche, inseree]],
    ['rien ne change', etat(VITALE), etat(VITALE), []],
    ['carte insérée', etat(lecteur()), etat(VITALE), [inseree]],
    ['carte retirée', etat(VITALE), etat(lecteur({ presence: 1 })), [retiree]],
    ['carte échangée', etat(VITALE), etat({ ...VITALE, presence: 2 }), [retiree, inseree]],
    [
      'carte muette',
      etat(lecteur()),
      etat(lecteur({ muette: true, presence: 1 })),
      [{ evenement: 'carte-muette', lecteur: 'Vitale' }],
    ],
    ['lecteur débranché avec sa carte', etat(VITALE), etat(), [retiree, debranche]],
    ['lecteur vide débranché', etat(lecteur()), etat(), [debranche]],
    [
      'service arrêté',
      etat(VITALE),
      SERVICE_ARRETE,
      [retiree, debranche, { evenement: 'lecture-impossible', refus: 'cartes/service-arrete' }],
    ],
    ['service revenu', SERVICE_ARRETE, etat(lecteur()), [{ evenement: 'lecture-possible' }, branche]],
    [
      'premier état, service arrêté',
      null,
      SERVICE_ARRETE,
      [{ evenement: 'lecture-impossible', refus: 'cartes/service-arrete' }],
    ],
  ] as const)('%s', (_cas, avant, apres, attendus) => expect(evenementsEntre(avant, apres)).toEqual(attendus))
})
