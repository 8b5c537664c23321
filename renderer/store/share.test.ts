import { describe, expect, it } from 'vitest'
import { share } from './share.ts'

describe('Une vue nouvelle garde les parties inchangées de l’ancienne', () => {
  const ancienne = { nom: { brut: 'A' }, liste: [{ a: 1 }, { b: 2 }], nul: null }

  it('une vue égale est l’ancienne elle-même', () => {
    expect(share(ancienne, structuredClone(ancienne))).toBe(ancienne)
  })

  it('seule la partie changée est nouvelle', () => {
    const partagee = share(ancienne, { ...structuredClone(ancienne), nom: { brut: 'B' } })
    expect(partagee).toEqual({ ...ancienne, nom: { brut: 'B' } })
    expect([partagee.liste === ancienne.liste, partagee.nom === ancienne.nom]).toEqual([true, false])
  })

  it('une clé ajoutée, une clé retirée, une liste raccourcie sont des changements', () => {
    expect(share({ a: 1 }, { a: 1, b: 2 })).toEqual({ a: 1, b: 2 })
    expect(share<object>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
    expect(share([1, 2, 3], [1, 2])).toEqual([1, 2])
    expect(share<object>([], {})).toEqual({})
  })
})
