import { describe, expect, it } from 'vitest'
import { lireMode, MODES, tirerMode } from './modes.ts'

describe('Simulateur INSi, modes saisis au clavier', () => {
  it.each([
    ['arret', { nom: 'arret', argument: '' }],
    ['  lent   250 ', { nom: 'lent', argument: '250' }],
    ['hasard:20', { nom: 'hasard', argument: '20' }],
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

  it.each(['hasard 101', 'hasard -1', 'lent vite', 'html 3', 'erreur <x>', 'lent 10 20'])(
    'refuse l’argument de %j et dit ce que fait le mode',
    (ligne) =>
      expect(lireMode(ligne)).toMatchObject({
        ok: false,
        error: expect.stringMatching(/^argument refusé ; /) as string,
      }),
  )
})

describe('Simulateur INSi, pannes au hasard', () => {
  const suite = (...tirages: readonly number[]) => {
    const restants = [...tirages]
    return () => restants.shift() ?? 0
  }

  it.each([
    ['20', [0.19, 0], 'coupure-apres'],
    ['20', [0.19, 0.999], 'tronque'],
    ['20', [0.2], 'normal'],
    ['0', [0], 'normal'],
    ['100', [0.999, 0], 'coupure-apres'],
    ['', [0.21], 'normal'],
  ])('hasard %s, tirages %j : %s', (argument, tirages, nom) =>
    expect(tirerMode({ nom: 'hasard', argument }, suite(...tirages)).nom).toBe(nom),
  )

  it('un autre mode ne tire rien', () => {
    const mode = { nom: 'lent', argument: '5' } as const
    expect(tirerMode(mode, () => expect.unreachable())).toBe(mode)
  })
})
