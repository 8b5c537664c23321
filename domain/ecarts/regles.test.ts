import { describe, expect, it } from 'vitest'
import { comparer } from './comparer.ts'
import { PERSONNE_DU_CAS } from './cas.ts'
import type { TraitCompare } from './ecart.ts'
import type { Partie } from './partie.ts'

/** The rule that names the difference between two values of one trait, the rest being the same. */
function regleDe(
  trait: TraitCompare,
  [premier, second]: readonly [string, string],
  des: Partial<Partie> = {},
) {
  const ecarts = comparer(
    { ...PERSONNE_DU_CAS, ...des, source: 'saisie', [trait]: premier },
    { ...PERSONNE_DU_CAS, ...des, source: 'insi', [trait]: second },
  )
  return ecarts.find((ecart) => ecart.trait === trait)?.regle
}

const dansLesDeuxSens = (trait: TraitCompare, un: string, autre: string) => [
  regleDe(trait, [un, autre]),
  regleDe(trait, [autre, un]),
]

describe('RNIV, les mots que les règles connaissent', () => {
  it.each(['', 'SANS NOM', 'X', 'XX', 'INCONNU', 'NOM INCONNU'])('nom absent : « %s »', (nom) =>
    expect(dansLesDeuxSens('nomNaissance', nom, 'LE GOFF')).toEqual(['nom/absent', 'nom/absent']),
  )

  it.each(['SANS PRENOM', 'XX', 'INCONNU', 'PRENOM INCONNU'])('prénom absent : « %s » vaut X', (prenom) =>
    expect(dansLesDeuxSens('prenomsNaissance', prenom, 'X')).toEqual([
      'prenoms/sans-prenom',
      'prenoms/sans-prenom',
    ]),
  )

  it.each(['EPOUSE', 'EP', 'EPSE', 'NEE', 'VEUVE', 'VVE', 'DIVORCEE'])('mention de mariage : %s', (mention) =>
    expect(dansLesDeuxSens('nomNaissance', `LE GOFF ${mention} MARTIN`, 'LE GOFF')).toEqual([
      'nom/mention-mariage',
      'nom/mention-mariage',
    ]),
  )

  it.each([
    ['IVANOV', 'IVANOVA'],
    ['SERGEEV', 'SERGEEVA'],
    ['KALININ', 'KALININA'],
    ['KOWALSKI', 'KOWALSKA'],
    ['BELSKY', 'BELSKAYA'],
  ])('finale slave au masculin et au féminin : %s et %s', (masculin, feminin) =>
    expect(dansLesDeuxSens('nomNaissance', masculin, feminin)).toEqual([
      'nom/feminin-slave',
      'nom/feminin-slave',
    ]),
  )
})

describe('RNIV 1, les codes de lieu que les règles connaissent', () => {
  it.each([
    [
      '75056',
      ['75101', '75109', '75110', '75119', '75120'],
      ['75100', '75121', '75200', '75130', '175101', '751011'],
    ],
    ['13055', ['13201', '13209', '13210', '13216'], ['13200', '13217', '13301', '13220', '113201', '132011']],
    ['69123', ['69381', '69389'], ['69380', '69390', '69481', '169381', '693811']],
  ])('arrondissements de %s', (ville, arrondissements, autres) => {
    const regle = (code: string) => regleDe('lieuNaissance', [ville, code])
    expect(new Set(arrondissements.map(regle))).toEqual(new Set(['lieu/arrondissement']))
    expect(autres.map(regle)).not.toContain('lieu/arrondissement')
  })

  it.each([
    ['20004', '2A004', true],
    ['20033', '2B033', true],
    ['20004', '2A005', false],
    ['20004', '20005', false],
    ['12004', '2A004', false],
    ['20004', '21004', false],
    ['20A04', '12A04', false],
  ])('commune corse avant 1976 : %s et %s, %s', (ancien, code, corse) =>
    expect(
      dansLesDeuxSens('lieuNaissance', ancien, code).map((regle) => regle === 'lieu/ancienne-corse'),
    ).toEqual([corse, corse]),
  )

  it.each([
    ['75011', '75111', true],
    ['13008', '13208', true],
    ['69003', '69383', true],
    ['35700', '35238', true],
    ['35701', '35238', false],
    ['69103', '69383', false],
    ['37501', '37261', false],
    ['35700', '44109', false],
    ['91750', '91228', true],
    ['91751', '91228', false],
  ])('code postal pour un code INSEE : %s et %s, %s', (postal, code, attendu) =>
    expect(
      dansLesDeuxSens('lieuNaissance', postal, code).map((regle) => regle === 'lieu/code-postal'),
    ).toEqual([attendu, attendu]),
  )
})
