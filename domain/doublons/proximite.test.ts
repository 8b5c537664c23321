import { describe, expect, it } from 'vitest'
import { cleDeNom, clesDeNom } from './cles.ts'
import { sonDe } from './phonetique.ts'
import { aUneFrappePres } from './proximite.ts'

describe('Une frappe d’écart (Damerau)', () => {
  it.each([
    ['MARTIN', 'MARTIN', true],
    ['MARTIN', 'MARTINE', true],
    ['MATIN', 'MARTIN', true],
    ['MARTIN', 'MERTIN', true],
    ['MARTIN', 'MATRIN', true],
    ['MARTIN', 'AMRTIN', true],
    ['', 'A', true],
    ['AB', 'BA', true],
    ['MARTIN', 'MATRNI', false],
    ['MARTIN', 'MARTINEZZ', false],
    ['MARTIN', 'MURTEN', false],
    ['MATIN', 'MARTEN', false],
    ['', 'AB', false],
  ])('« %s » et « %s » : %s', (a, b, attendu) => {
    expect([aUneFrappePres(a, b), aUneFrappePres(b, a)]).toEqual([attendu, attendu])
  })
})

describe('Clés de nom : séparateurs ignorés (EXI SI 03, EXI SI 04)', () => {
  it('la clé ne garde que les lettres', () => expect(cleDeNom("d'Argensol--Le Goff")).toBe('DARGENSOLLEGOFF'))
  it('un nom se trouve aussi sous ses derniers mots', () => {
    expect(clesDeNom("LE GOFF-D'ARC")).toEqual(['LEGOFFDARC', 'GOFFDARC', 'DARC', 'ARC'])
    expect(clesDeNom(' - ')).toEqual([])
  })
})

describe('Prononciation', () => {
  it.each([
    ['PHILIPPE', 'FILIP'],
    ['KATHERINE', 'CATHERINE'],
    ['MICHAUX', 'MICHOT'],
    ['QUENTIN', 'KENTAIN'],
    ['DUPOND', 'DUPONT'],
    ['THIERRY', 'TIERI'],
    ['JEFFROY', 'GEFFROY'],
    ['GUY', 'KI'],
    ['WILLIAM', 'VILIAM'],
  ])('« %s » et « %s » sonnent pareil', (a, b) => expect(sonDe(a)).toBe(sonDe(b)))
  it('« MARTIN » et « MARTEL » ne sonnent pas pareil', () =>
    expect(sonDe('MARTIN')).not.toBe(sonDe('MARTEL')))
})
