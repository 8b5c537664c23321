import { describe, expect, it } from 'vitest'
import {
  distance,
  estContenuDans,
  estDebutDe,
  memesMotsSansOrdre,
  motsEnPlus,
  squelette,
} from './proximite.ts'

describe('distance entre deux textes : lettres changées, ajoutées, ôtées ou permutées avec leur voisine', () => {
  it.each([
    ['MARTIN', 'MARTIN', 0],
    ['MARTIN', 'MARTEN', 1],
    ['MARTIN', 'MARTI', 1],
    ['MARTIN', 'MARTINE', 1],
    ['MARTIN', 'AMRTIN', 1],
    ['MARTIN', 'MARTNI', 1],
    ['MARTIN', 'NARTIM', 2],
    ['MARTIN', 'RMATIN', 2],
    ['CA', 'ABC', 3],
    ['ABCD', 'BADC', 2],
    ['', 'ABC', 3],
    ['ABC', '', 3],
    ['ABC', 'XYZ', 3],
  ])('%s et %s : %i, dans les deux sens', (un, autre, attendue) =>
    expect([distance(un, autre), distance(autre, un)]).toEqual([attendue, attendue]),
  )
})

describe('consonnes d’un mot, ce que deux translittérations ont en commun', () => {
  it.each([
    ['MOHAMMED', 'MD'],
    ['MUHAMMAD', 'MD'],
    ['BOULKASSIM', 'BLCSM'],
    ['QUADIR', 'CDR'],
    ['KHALED', 'CLD'],
    ['YOUSSEF', 'SF'],
    ['WASSIM', 'SM'],
  ])('%s : %s', (mot, consonnes) => expect(squelette(mot)).toBe(consonnes))
})

describe('listes de mots', () => {
  it('les mêmes mots, dans un ordre quelconque', () =>
    expect([
      memesMotsSansOrdre(['B', 'A'], ['A', 'B']),
      memesMotsSansOrdre(['A', 'B'], ['B', 'A']),
      memesMotsSansOrdre(['A'], ['A', 'A']),
    ]).toEqual([true, true, false]))

  it.each([
    [['A'], ['A', 'B'], true, true],
    [['A', 'C'], ['A', 'B', 'C'], false, true],
    [['C', 'A'], ['A', 'B', 'C'], false, false],
    [['A', 'B'], ['A', 'B'], false, false],
    [['A', 'B'], ['A'], false, false],
    [[], ['A'], false, false],
    [['B'], ['A', 'B'], false, true],
  ])('%j dans %j : début %s, contenu %s', (court, long, debut, contenu) =>
    expect([estDebutDe(court, long), estContenuDans(court, long)]).toEqual([debut, contenu]),
  )

  it('un mot en plus compte autant de fois qu’il est écrit', () =>
    expect([
      motsEnPlus(['A', 'A', 'B'], ['A']),
      motsEnPlus(['A'], ['A', 'A']),
      motsEnPlus(['B', 'A'], ['C']),
    ]).toEqual([['A', 'B'], [], ['B', 'A']]))
})
