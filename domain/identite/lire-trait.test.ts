import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIEU_INCONNU } from './lieu-naissance.ts'
import { lireTrait } from './lire-trait.ts'
import { TRAITS, type Trait } from './traits.ts'

const AUJOURDHUI = '2026-11-22'
const lire = (trait: Trait, saisie: string) => {
  const lu = lireTrait(trait, saisie, AUJOURDHUI)
  return lu.ok ? lu.value : lu.error.code
}

describe('RNIV, lecture de chaque trait', () => {
  it.each<[Trait, string, string]>([
    ['nomNaissance', 'de la Tour d’Auvergne', "DE LA TOUR D'AUVERGNE"],
    ['nomNaissance', "'t Hooft", "'T HOOFT"],
    ['nomNaissance', 'Martin--Dupont', 'MARTIN--DUPONT'],
    ['prenomsNaissance', 'Jean-Paul, Marie', 'JEAN-PAUL MARIE'],
    ['sexe', ' f ', 'F'],
    ['sexe', 'm', 'M'],
    ['sexe', 'I', 'I'],
    ['dateNaissance', '28/03/1979', '1979-03-28'],
    ['dateNaissance', '28031979', '1979-03-28'],
    ['dateNaissance', '29/02/2024', '2024-02-29'],
    ['dateNaissance', '22/11/2026', '2026-11-22'],
    ['dateNaissance', '00/05/1950', '1950-05-01'],
    ['dateNaissance', '05/1950', '1950-05-01'],
    ['dateNaissance', '12/00/1950', '1950-01-12'],
    ['dateNaissance', '1950', '1950-12-31'],
    ['nomNaissance', '-', 'SANS NOM'],
    ['prenomsNaissance', ' - ', 'SANS PRENOM'],
    ['lieuNaissance', '2b033', '2B033'],
    ['lieuNaissance', '99352', '99352'],
    ['lieuNaissance', '97411', '97411'],
    ['lieuNaissance', ' 35238 ', '35238'],
    ['lieuNaissance', LIEU_INCONNU, '99999'],
  ])('%s : « %s » se lit « %s »', (trait, saisie, attendu) => expect(lire(trait, saisie)).toBe(attendu))

  it.each<[Trait, string, string]>([
    ['nomNaissance', '   ', 'trait/vide'],
    ['nomNaissance', 'DUPONT2', 'trait/chiffre'],
    ['nomNaissance', 'ST. MARTIN', 'trait/abreviation'],
    ['nomNaissance', 'Иванов', 'trait/ecriture-non-latine'],
    ['nomNaissance', 'DUPONT@', 'trait/caractere-interdit'],
    ['nomNaissance', 'DUPONT😀', 'trait/caractere-interdit'],
    ['nomNaissance', '-DUPONT', 'trait/debut'],
    ['nomNaissance', "D''ANGELO", 'trait/separateurs'],
    ['nomNaissance', 'A'.repeat(101), 'trait/trop-long'],
    ['prenomsNaissance', ' , ', 'trait/vide'],
    ['prenomsNaissance', 'JEAN--PAUL', 'trait/double-trait-union'],
    ['prenomsNaissance', 'JEAN- PAUL', 'trait/fin-prenom'],
    ['premierPrenom', "JEAN'", 'trait/fin-prenom'],
    ['sexe', ' ', 'trait/vide'],
    ['dateNaissance', '  ', 'trait/vide'],
    ['lieuNaissance', '', 'trait/vide'],
    ['sexe', 'H', 'sexe/inconnu'],
    ['dateNaissance', '79', 'date/forme'],
    ['dateNaissance', '12/05/79', 'date/forme'],
    ['dateNaissance', '31/02/1979', 'date/inexistante'],
    ['dateNaissance', '29/02/1900', 'date/inexistante'],
    ['dateNaissance', '01/13/1979', 'date/lunaire'],
    ['dateNaissance', '32/01/1979', 'date/lunaire'],
    ['dateNaissance', '00/00/2026', 'date/incertaine-future'],
    ['dateNaissance', '23/11/2026', 'date/future'],
    ['lieuNaissance', 'PARIS', 'lieu/forme'],
    ['lieuNaissance', '96001', 'lieu/forme'],
    ['lieuNaissance', '035238', 'lieu/forme'],
    ['lieuNaissance', '352380', 'lieu/forme'],
  ])('%s : « %s » est refusé (%s)', (trait, saisie, code) => expect(lire(trait, saisie)).toBe(code))

  it('aucune saisie ne fait tomber la lecture', () =>
    fc.assert(
      fc.property(fc.constantFrom(...TRAITS), fc.string({ unit: 'binary' }), (trait, saisie) => {
        lireTrait(trait, saisie, AUJOURDHUI)
      }),
      { numRuns: 500 },
    ))

  it("un nom accepté n'a que des lettres A à Z, espaces, apostrophes et traits d'union", () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (saisie) => {
        const lu = lireTrait('nomNaissance', saisie, AUJOURDHUI)
        return !lu.ok || /^[A-Z'][A-Z '-]*$/.test(lu.value)
      }),
      { numRuns: 500 },
    ))
})
