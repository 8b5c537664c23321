import { describe, expect, it } from 'vitest'
import { AUJOURDHUI, jouer, NEUVE } from '../droits/gestes-exemples.ts'
import { appliquer } from './appliquer.ts'

const NOUVEAU_NE = jouer(NEUVE, { type: 'circonstance-choisie', circonstance: 'nouveau-ne' })

const lier = (ipp: string | null, admission = NOUVEAU_NE) => {
  const issue = appliquer(admission, { type: 'mere-liee', ipp }, AUJOURDHUI)
  return issue.ok ? issue.value : issue.error.code
}

describe('RNIV, nouveau-né : le lien avec la mère', () => {
  it('est son identifiant permanent, sans espaces autour, et se journalise sans lui', () =>
    expect(lier(' 80040001 ')).toEqual({
      admission: { ...NOUVEAU_NE, mereIpp: '80040001' },
      effets: [{ type: 'journaliser', acte: { acte: 'mere-liee' } }],
    }))

  it.each([
    ['effacé', '  '],
    ['retiré', null],
  ])('%s, il ne reste rien', (_cas, ipp) =>
    expect(lier(ipp, jouer(NOUVEAU_NE, { type: 'mere-liee', ipp: '80040001' }))).toEqual({
      admission: NOUVEAU_NE,
      effets: [{ type: 'journaliser', acte: { acte: 'mere-deliee' } }],
    }),
  )

  it.each([
    ['de plus de vingt caractères', '123456789012345678901', 'circonstance/ipp-mere'],
    ['qui n’a pas la forme d’un identifiant', '8004 0001', 'circonstance/ipp-mere'],
    ['qui est celui de l’enfant', NEUVE.ipp, 'circonstance/ipp-mere'],
  ])('%s, il est refusé', (_cas, ipp, refus) => expect(lier(ipp)).toBe(refus))

  it('n’existe que pour un nouveau-né', () => expect(lier('80040001', NEUVE)).toBe('admission/etape'))
})
