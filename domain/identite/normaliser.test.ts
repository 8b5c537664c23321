import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliserPrenoms, normaliserTrait } from './normaliser.ts'

describe('RNIV, saisie des traits', () => {
  it.each([
    ['sans accent', 'Hélène', 'HELENE'],
    ['trait d’union conservé', 'Marina-Anne', 'MARINA-ANNE'],
    ['apostrophe typographique conservée', 'D’Artagnan', "D'ARTAGNAN"],
    ['apostrophe accent grave', 'L`Hermite', "L'HERMITE"],
    ['ligatures', 'Œuvré-Cæsar', 'OEUVRE-CAESAR'],
    ['cas CNDA 2.03', 'D’ÆION CŒUR', "D'AEION COEUR"],
    ['eszett', 'Weiß', 'WEISS'],
    ['eszett capitale', 'WEIẞ', 'WEISS'],
    ['lettres barrées', 'Øystein Łukasz Đorđe Þór Ħ', 'OYSTEIN LUKASZ DORDE THOR H'],
    ['n précédé d’apostrophe', 'ŉ Dlovu', "'N DLOVU"],
    ['i sans point', 'Işıl', 'ISIL'],
    ['tiret insécable', 'Jean\u2011Paul', 'JEAN-PAUL'],
    ['double trait d’union conservé', 'Martin--Dupont', 'MARTIN--DUPONT'],
    ['espaces insécables et répétées', '  Le\u00A0\u202F Goff\t', 'LE GOFF'],
    ['espace après apostrophe', "D' Angelo", "D'ANGELO"],
    ['vietnamien', 'Nguyễn Thị Ánh', 'NGUYEN THI ANH'],
  ])('%s : « %s » devient « %s »', (_regle, saisie, attendu) => expect(normaliserTrait(saisie)).toBe(attendu))

  it('les virgules des titres deviennent des espaces entre prénoms', () =>
    expect(normaliserPrenoms('Anne, Marie;Claire')).toBe('ANNE MARIE CLAIRE'))

  it('est idempotente', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (saisie) => {
        const une = normaliserTrait(saisie)
        return normaliserTrait(une) === une
      }),
      { numRuns: 500 },
    ))
})
