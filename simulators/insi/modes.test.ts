import { describe, expect, it } from 'vitest'
import { lireMode, MODES } from './modes.ts'

describe('Simulateur INSi, modes saisis au clavier', () => {
  it.each([
    ['arret', { nom: 'arret', argument: '' }],
    ['  lent   250 ', { nom: 'lent', argument: '250' }],
    ['erreur insi_102', { nom: 'erreur', argument: 'insi_102' }],
    ['erreur:desir_1020', { nom: 'erreur', argument: 'desir_1020' }],
    ['fault siram_40', { nom: 'erreur', argument: 'siram_40' }],
  ])('%j', (ligne, value) => expect(lireMode(ligne)).toEqual({ ok: true, value }))

  it.each(['', 'toString', 'ARRET'])('refuse %j et dit les mots admis', (ligne) => {
    expect(lireMode(ligne)).toEqual({
      ok: false,
      error: `mode inconnu ; modes : ${Object.keys(MODES).join(', ')}`,
    })
  })
})
