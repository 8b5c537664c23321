import { describe, expect, it } from 'vitest'
import { refusMotDePasse, refusRepetition } from './mot-de-passe.ts'

const juger = (nouveau: string, actuel: string | null = null) =>
  refusMotDePasse({ identifiant: 'claire.martin', nouveau, actuel })

describe('Mot de passe : une longueur, et rien qui se devine', () => {
  it.each([
    ['onze caractères', 'a'.repeat(11), 'comptes/mot-de-passe'],
    ['douze caractères, sans autre règle', 'a'.repeat(12), null],
    ['deux cent cinquante-sept caractères', 'a'.repeat(257), 'comptes/mot-de-passe'],
    ['l’identifiant lui-même', ' Claire.Martin ', 'comptes/mot-de-passe-identifiant'],
    ['l’identifiant dans une phrase', 'claire.martin au guichet', null],
  ])('%s', (_cas, nouveau, attendu) => expect(juger(nouveau)).toBe(attendu))

  it('le précédent, sous une autre forme Unicode, est refusé', () =>
    expect(juger('phrase de l’été', 'phrase de l’e\u0301te\u0301')).toBe('comptes/mot-de-passe-inchange'))

  it('saisi deux fois de la même façon', () => {
    expect(refusRepetition('une longue phrase', 'une longue phrase')).toBeNull()
    expect(refusRepetition('une longue phrase', 'une longue phrasé')).toBe('comptes/mots-de-passe-differents')
  })
})
