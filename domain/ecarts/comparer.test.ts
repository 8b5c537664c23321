import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TraitsStricts, TraitsUtilises } from '../identite/traits.ts'
import type { TraitsInsi } from '../insi/reponse.ts'
import {
  comparer,
  comparerAInsi,
  constatsDe,
  CONTEXTE_ECARTS,
  graviteDe,
  TRAITS_COMPARES,
} from './comparer.ts'
import type { Partie } from './partie.ts'
import { verdictDe } from './reglages.ts'

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

describe('RNIV, écarts entre deux sources', () => {
  it('cinq traits identiques : aucun écart', () => {
    const ecarts = comparerAInsi(LOCAL, INSI)
    expect([ecarts.map(({ regle }) => regle), graviteDe(ecarts)]).toEqual([
      Array(5).fill('identique'),
      'egal',
    ])
  })

  it('un écart dit tout : règle, cause, clause, mots de chaque côté, suites', () => {
    const [ecart] = comparerAInsi(LOCAL, { ...INSI, nomNaissance: 'MARTIN' })
    expect(ecart).toEqual({
      trait: 'nomNaissance',
      regle: 'nom/utilise',
      gravite: 'majeur',
      cause: 'Le nom utilisé (nom d’usage, marital) est à la place du nom de naissance d’un côté.',
      clause: 'EXI ID 08, EXI PP 17/18',
      suites: ['corriger-saisie', 'rappeler-insi', 'transferer-referent', 'poursuivre-sans-ins'],
      premier: { source: 'saisie', valeur: 'LE GOFF', mots: ['LE', 'GOFF'] },
      second: { source: 'insi', valeur: 'MARTIN', mots: ['MARTIN'] },
    })
  })

  it('le pire écart donne la gravité', () => {
    const deux = comparerAInsi(LOCAL, { ...INSI, nomNaissance: 'LE-GOFF', sexe: 'M' })
    const un = comparerAInsi(LOCAL, { ...INSI, nomNaissance: 'LE-GOFF' })
    expect([graviteDe(deux), graviteDe(un)]).toEqual(['majeur', 'mineur'])
  })

  it('un trait que la source ne porte jamais n’est pas comparé : la carte n’a ni sexe ni lieu', () => {
    const carte: Partie = {
      source: 'carte',
      nomNaissance: 'LE GOFF',
      prenomsNaissance: 'ANNE-SOPHIE',
      dateNaissance: '1984-05-17',
    }
    expect(
      comparer({ ...LOCAL, source: 'saisie' }, carte).map(({ trait, gravite }) => `${trait} ${gravite}`),
    ).toEqual(['nomNaissance egal', 'prenomsNaissance mineur', 'dateNaissance egal'])
  })

  it('un site peut durcir une règle, ou adoucir celles qui le permettent', () => {
    const juger = (regle: string, gravite: 'mineur' | 'majeur', insi: Partial<TraitsInsi>) =>
      graviteDe(
        comparerAInsi(
          LOCAL,
          { ...INSI, ...insi },
          {
            ...CONTEXTE_ECARTS,
            reglages: { ...CONTEXTE_ECARTS.reglages, verdicts: { [regle]: gravite } },
          },
        ),
      )
    expect([
      juger('nom/separateurs', 'majeur', { nomNaissance: 'LE-GOFF' }),
      juger('nom/particule', 'mineur', { nomNaissance: 'GOFF' }),
    ]).toEqual(['majeur', 'mineur'])
  })

  it('les règles qu’aucun site ne peut adoucir sont celles d’une autre personne, et elles seules', () => {
    const adoucir = (regle: string) =>
      verdictDe({ ...CONTEXTE_ECARTS.reglages, verdicts: { [regle]: 'mineur' } }, regle, 'majeur')
    const majeures = TRAITS_COMPARES.flatMap(constatsDe).filter(({ gravite }) => gravite === 'majeur')
    expect(majeures.map(({ id }) => id).filter((id) => adoucir(id) === 'majeur')).toEqual([
      'nom/absent',
      'nom/prenom-inverse',
      'nom/utilise',
      'nom/different',
      'prenoms/absents',
      'prenoms/nom-inverse',
      'prenoms/jumeau',
      'prenoms/differents',
      'sexe/absent',
      'sexe/different',
      'date/absente',
      'date/inversion',
      'date/siecle',
      'date/homonyme',
      'date/differente',
      'lieu/pays-commune',
      'lieu/pays',
      'lieu/different',
    ])
  })

  it('rien n’est dit d’un écart qui ne mène à une suite, la moins lourde d’abord', () => {
    const suites = (regle: string) =>
      TRAITS_COMPARES.flatMap(constatsDe).find(({ id }) => id === regle)?.suites
    expect({
      mineur: suites('nom/separateurs'),
      saisie: suites('nom/utilise'),
      bases: suites('nom/orthographe'),
      autrePersonne: suites('nom/different'),
    }).toEqual({
      mineur: ['accepter-motif', 'transferer-referent', 'poursuivre-sans-ins'],
      saisie: ['corriger-saisie', 'rappeler-insi', 'transferer-referent', 'poursuivre-sans-ins'],
      bases: [
        'corriger-saisie',
        'transferer-referent',
        'notice-insee',
        'renouveler-piece',
        'poursuivre-sans-ins',
      ],
      autrePersonne: ['transferer-referent', 'corriger-saisie', 'poursuivre-sans-ins'],
    })
  })

  it('deux valeurs identiques : une règle, une cause, une clause, rien à faire', () =>
    expect(comparerAInsi(LOCAL, INSI)[0]).toEqual({
      trait: 'nomNaissance',
      regle: 'identique',
      gravite: 'egal',
      cause: 'Les deux valeurs sont identiques.',
      clause: 'EXI REC 07',
      suites: [],
      premier: { source: 'saisie', valeur: 'LE GOFF', mots: [] },
      second: { source: 'insi', valeur: 'LE GOFF', mots: [] },
    }))

  it('sans connaissance des lieux, deux codes sont deux lieux', () =>
    expect(comparerAInsi(LOCAL, { ...INSI, lieuNaissance: '94002' })[4]?.regle).toBe('lieu/different'))

  it.each<[string, Partial<TraitsInsi>]>([
    ['sexe/different', { sexe: 'M' }],
    ['nom/different', { nomNaissance: 'DURAND' }],
    ['prenoms/jumeau', { prenomsNaissance: 'ZOE' }],
    ['date/inversion', { dateNaissance: '1984-17-05' }],
    ['lieu/pays-commune', { lieuNaissance: '99352' }],
  ])('un site ne peut pas adoucir %s : ce serait associer le numéro d’une autre personne', (regle, insi) => {
    const ecarts = comparerAInsi(
      LOCAL,
      { ...INSI, ...insi },
      {
        ...CONTEXTE_ECARTS,
        reglages: { ...CONTEXTE_ECARTS.reglages, verdicts: { [regle]: 'mineur' } },
      },
    )
    expect(graviteDe(ecarts)).toBe('majeur')
  })

  it('deux textes quelconques ont toujours un verdict, et jamais « égal » si leurs lettres diffèrent', () => {
    const texte = fc.oneof(fc.string({ maxLength: 20 }), fc.stringMatching(/^[A-D '-]{0,10}$/))
    fc.assert(
      fc.property(texte, texte, (un, autre) => {
        const [ecart] = comparer(
          { source: 'saisie', nomNaissance: un },
          { source: 'insi', nomNaissance: autre },
        )
        const lettres = (nom: string) =>
          nom
            .toUpperCase()
            .normalize('NFD')
            .replace(/[^A-Z]/g, '')
        const different = /^[A-Z '-]*$/.test(un + autre) && lettres(un) !== lettres(autre)
        expect(ecart?.gravite).toMatch(different ? /^majeur$/ : /^(?:egal|mineur|majeur)$/)
      }),
    )
  })
})
