import { describe, expect, it } from 'vitest'
import { lireAttributs, type Attributs } from './attributs.ts'
import { statutDe } from './statut.ts'

/** No fact, INSi alone, a document alone, both. */
const faits = (attributs: Attributs) =>
  [
    { insi: false, piece: false, attributs },
    { insi: true, piece: false, attributs },
    { insi: false, piece: true, attributs },
    { insi: true, piece: true, attributs },
  ].map(statutDe)

describe('EXI SI 07 : quatre statuts, lus sur deux faits', () => {
  it.each<[string, Attributs]>([
    ['sans attribut', []],
    ['homonyme', ['homonyme']],
  ])('%s : aucun fait, INSi, pièce, les deux', (_cas, attributs) =>
    expect(faits(attributs)).toEqual(['provisoire', 'recuperee', 'validee', 'qualifiee']),
  )

  it.each<[string, Attributs]>([
    ['douteux', ['douteux']],
    ['fictif', ['fictif']],
    ['homonyme et douteux', ['homonyme', 'douteux']],
  ])('%s force provisoire, quels que soient les faits (EXI SI 09)', (_cas, attributs) =>
    expect(faits(attributs)).toEqual(Array(4).fill('provisoire')),
  )
})

describe('EXI SI 22 : les attributs et leurs combinaisons', () => {
  it.each([
    [[], []],
    [['fictif'], ['fictif']],
    [['fictif', 'fictif'], ['fictif']],
    [
      ['homonyme', 'douteux', 'homonyme'],
      ['homonyme', 'douteux'],
    ],
  ])('%j se lit %j', (textes, attributs) =>
    expect(lireAttributs(textes)).toEqual({ ok: true, value: attributs }),
  )

  it.each([
    [['fictif', 'douteux'], 'attribut/incompatibles'],
    [['homonyme', 'fictif'], 'attribut/incompatibles'],
    [['homonyme', 'vip'], 'attribut/inconnu'],
  ])('%j est refusé : %s', (textes, code) =>
    expect(lireAttributs(textes)).toEqual({ ok: false, error: { code } }),
  )
})
