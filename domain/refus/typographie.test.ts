import { describe, expect, it } from 'vitest'
import { typographier } from './typographie.ts'

describe('Typographie des phrases montrées', () => {
  it.each([
    ["l'écran d'accueil", 'l’écran d’accueil'],
    ['Rien : recommencez ; ou non ?', 'Rien\u00a0: recommencez\u00a0; ou non\u00a0?'],
    ['le code « 99999 »', 'le code «\u00a099999\u00a0»'],
    ['à 10:30, identite.pieces', 'à 10:30, identite.pieces'],
  ])('« %s »', (phrase, attendue) => expect(typographier(phrase)).toBe(attendue))
})
