import { describe, expect, it } from 'vitest'
import type { TraitsStricts, TraitsUtilises } from '../identite/traits.ts'
import type { TraitsInsi } from '../insi/reponse.ts'
import { comparerAInsi, graviteDe } from './comparer.ts'

const LOCAL: TraitsStricts & TraitsUtilises = {
  nomNaissance: 'LE GOFF',
  prenomsNaissance: 'ANNE-SOPHIE CLAIRE',
  premierPrenom: 'ANNE-SOPHIE',
  sexe: 'F',
  dateNaissance: '1984-05-17',
  lieuNaissance: '75056',
  nomUtilise: 'MARTIN',
  prenomUtilise: null,
}
const INSI: TraitsInsi = {
  nomNaissance: 'LE GOFF',
  prenomsNaissance: 'ANNE-SOPHIE CLAIRE',
  sexe: 'F',
  dateNaissance: '1984-05-17',
  lieuNaissance: '75056',
}

const juger = (local: Partial<typeof LOCAL>, insi: Partial<TraitsInsi>) =>
  comparerAInsi({ ...LOCAL, ...local }, { ...INSI, ...insi })
    .filter((ecart) => ecart.gravite !== 'egal')
    .map((ecart) => `${ecart.trait} ${ecart.gravite} ${ecart.regle}`)

describe('RNIV, écarts entre les traits locaux et INSi', () => {
  it('cinq traits identiques : aucun écart', () => {
    const ecarts = comparerAInsi(LOCAL, INSI)
    expect([ecarts.length, graviteDe(ecarts)]).toEqual([5, 'egal'])
  })

  it.each<[string, Partial<typeof LOCAL>, Partial<TraitsInsi>, string[]]>([
    ['trait d’union du nom', {}, { nomNaissance: 'LE-GOFF' }, ['nomNaissance mineur nom/separateurs']],
    [
      'nom utilisé à la place du nom de naissance',
      {},
      { nomNaissance: 'MARTIN' },
      ['nomNaissance majeur nom/utilise'],
    ],
    ['une lettre du nom', {}, { nomNaissance: 'LE GOF' }, ['nomNaissance majeur nom/different']],
    [
      'prénom composé sans tiret',
      {},
      { prenomsNaissance: 'ANNE SOPHIE CLAIRE' },
      ['prenomsNaissance mineur prenoms/separateurs'],
    ],
    [
      'pièce sans tous les prénoms',
      { prenomsNaissance: 'ANNE-SOPHIE' },
      {},
      ['prenomsNaissance mineur prenoms/liste-courte'],
    ],
    [
      'INSi sans tous les prénoms',
      {},
      { prenomsNaissance: 'ANNE-SOPHIE' },
      ['prenomsNaissance mineur prenoms/liste-longue'],
    ],
    [
      'ordre des prénoms',
      {},
      { prenomsNaissance: 'CLAIRE ANNE-SOPHIE' },
      ['prenomsNaissance majeur prenoms/ordre'],
    ],
    [
      'autre prénom',
      {},
      { prenomsNaissance: 'ANNE-LAURE CLAIRE' },
      ['prenomsNaissance majeur prenoms/differents'],
    ],
    ['sexe', {}, { sexe: 'M' }, ['sexe majeur sexe/different']],
    ['sexe indéterminé', { sexe: 'I' }, {}, ['sexe mineur sexe/indetermine']],
    ['date', {}, { dateNaissance: '1984-17-05' }, ['dateNaissance majeur date/differente']],
    ['arrondissement', {}, { lieuNaissance: '75114' }, ['lieuNaissance mineur lieu/arrondissement']],
    [
      'arrondissement saisi, ville retournée',
      { lieuNaissance: '13208' },
      { lieuNaissance: '13055' },
      ['lieuNaissance mineur lieu/arrondissement'],
    ],
    ['lieu inconnu', { lieuNaissance: '99999' }, {}, ['lieuNaissance mineur lieu/inconnu']],
    ['lieu absent de la réponse', {}, { lieuNaissance: '' }, ['lieuNaissance mineur lieu/inconnu']],
    ['autre commune', {}, { lieuNaissance: '69123' }, ['lieuNaissance majeur lieu/different']],
  ])('%s', (_cas, local, insi, attendus) => expect(juger(local, insi)).toEqual(attendus))

  it('le pire écart donne la gravité', () => {
    const deux = comparerAInsi(LOCAL, { ...INSI, nomNaissance: 'LE-GOFF', sexe: 'M' })
    const un = comparerAInsi(LOCAL, { ...INSI, nomNaissance: 'LE-GOFF' })
    expect([graviteDe(deux), graviteDe(un)]).toEqual(['majeur', 'mineur'])
  })
})
