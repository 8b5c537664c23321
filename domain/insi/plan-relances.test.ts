import { describe, expect, it } from 'vitest'
import type { DemandeInsi } from './demande.ts'
import { proposerRelance, type BaseRelances, type Essai } from './plan-relances.ts'

const OLA: DemandeInsi = { nomNaissance: 'TCHITCHI', prenom: 'OLA', sexe: 'F', dateNaissance: '1936-06-21' }

/** Plays the ladder against these answers, and says each call announced. */
function jouer(
  prenomsNaissance: string | null,
  issues: readonly Essai['issue'][],
  premier = OLA.prenom,
  {
    lieuNaissance = '63220',
    nomNaissance = OLA.nomNaissance,
  }: Partial<Pick<BaseRelances, 'lieuNaissance'> & Pick<DemandeInsi, 'nomNaissance'>> = {},
): readonly string[] {
  const essais: Essai[] = []
  const dits: string[] = []
  for (const issue of issues) {
    const relance = proposerRelance({
      initiale: { ...OLA, nomNaissance, prenom: premier },
      prenomsNaissance,
      lieuNaissance,
      essais,
      essaisMax: 6,
    })
    dits.push(relance?.libelle ?? 'plus rien')
    if (relance) essais.push({ variante: relance.variante, demande: relance.demande, issue })
  }
  return dits
}

describe('INSi, le plan des relances (CNDA 2.07 ; 02 : autres prénoms puis COG)', () => {
  it.each<[string, string, readonly Essai['issue'][], readonly string[]]>([
    [
      '01 : chaque prénom seul, puis tous joints',
      'OLA CATARINA BELLA',
      ['01', '01', '01', '01', null],
      [
        'Essai 1/4 : prénom OLA',
        'Essai 2/4 : prénom CATARINA',
        'Essai 3/4 : prénom BELLA',
        'Essai 4/4 : prénoms OLA CATARINA BELLA',
        'plus rien',
      ],
    ],
    ['un seul prénom : un seul essai', 'OLA', ['01', null], ['Essai 1/1 : prénom OLA', 'plus rien']],
    [
      '02 : jamais un autre prénom seul, mais tous les prénoms puis le lieu',
      'OLA CATARINA',
      ['02', '02', '02', null],
      [
        'Essai 1/3 : prénom OLA',
        'Essai 2/3 : prénoms OLA CATARINA',
        'Essai 3/3 : avec le lieu de naissance 63220',
        'plus rien',
      ],
    ],
    [
      '02 après 01 : la suite quitte les prénoms seuls',
      'OLA CATARINA BELLA',
      ['01', '02', '01', '01', null],
      [
        'Essai 1/4 : prénom OLA',
        'Essai 2/4 : prénom CATARINA',
        'Essai 3/4 : prénoms OLA CATARINA BELLA',
        'Essai 4/4 : avec le lieu de naissance 63220',
        'plus rien',
      ],
    ],
    [
      'un appel en échec ou annulé est refait tel quel',
      'OLA CATARINA',
      ['insi/delai', 'insi/annule', '01'],
      ['Essai 1/3 : prénom OLA', 'Essai 1/3 : prénom OLA', 'Essai 1/3 : prénom OLA'],
    ],
    [
      'une longue liste reste bornée, les prénoms joints en dernier',
      'OLA A B C D E F',
      ['01', '01', '01', '01', '01', '01', null],
      [
        'Essai 1/6 : prénom OLA',
        'Essai 2/6 : prénom A',
        'Essai 3/6 : prénom B',
        'Essai 4/6 : prénom C',
        'Essai 5/6 : prénom D',
        'Essai 6/6 : prénoms OLA A B C D E F',
        'plus rien',
      ],
    ],
  ])('%s', (_regle, prenoms, issues, attendus) => expect(jouer(prenoms, issues)).toEqual(attendus))

  it.each<[string, string | null]>([
    ['inconnue', null],
    ['d’un seul prénom', 'OLA'],
  ])(
    'liste de prénoms %s : un seul appel si INSi ne trouve personne, puis le lieu si elle en trouve plusieurs',
    (_cas, prenoms) =>
      expect([jouer(prenoms, ['01', null]), jouer(prenoms, ['02', '02', null])]).toEqual([
        ['Essai 1/1 : prénom OLA', 'plus rien'],
        ['Essai 1/1 : prénom OLA', 'Essai 2/2 : avec le lieu de naissance 63220', 'plus rien'],
      ]),
  )

  it.each([null, '99999'])('lieu de naissance %s : il n’est jamais envoyé', (lieu) =>
    expect(jouer('OLA CATARINA', ['02', '02', null], 'OLA', { lieuNaissance: lieu })).toEqual([
      'Essai 1/3 : prénom OLA',
      'Essai 2/2 : prénoms OLA CATARINA',
      'plus rien',
    ]),
  )

  it('un prénom composé est un seul prénom, essayé avec et sans trait d’union avant tout autre', () => {
    expect([
      jouer('ANNE-SOPHIE CLAIRE', ['01', '01', '01', '01', null], 'ANNE-SOPHIE'),
      jouer('ANNE SOPHIE CLAIRE', ['01', '01', '01', '01', null], 'ANNE SOPHIE'),
    ]).toEqual([
      [
        'Essai 1/4 : prénom ANNE-SOPHIE',
        'Essai 2/4 : prénom ANNE SOPHIE, sans trait d’union',
        'Essai 3/4 : prénom CLAIRE',
        'Essai 4/4 : prénoms ANNE-SOPHIE CLAIRE',
        'plus rien',
      ],
      [
        'Essai 1/4 : prénom ANNE SOPHIE',
        'Essai 2/4 : prénom ANNE-SOPHIE, avec trait d’union',
        'Essai 3/4 : prénom CLAIRE',
        'Essai 4/4 : prénoms ANNE SOPHIE CLAIRE',
        'plus rien',
      ],
    ])
  })

  it.each([
    ['FERREIRA-SOUSAL', 'FERREIRA SOUSAL'],
    ['MARTIN--DUPONT', 'MARTIN DUPONT'],
  ])('un nom à trait d’union est essayé sans lui, %s : %s', (nomNaissance, sans) => {
    expect(jouer('OLA', ['01', '01', null], 'OLA', { nomNaissance })).toEqual([
      'Essai 1/2 : prénom OLA',
      `Essai 2/2 : nom ${sans}, sans trait d’union`,
      'plus rien',
    ])
  })

  it('un nom en deux mots n’en reçoit pas : une particule n’en a jamais', () =>
    expect(jouer('OLA', ['01', null], 'OLA', { nomNaissance: 'DE VINCI' })).toEqual([
      'Essai 1/1 : prénom OLA',
      'plus rien',
    ]))

  it('plusieurs trouvées sous le nom sans trait d’union : la suite le garde', () =>
    expect(
      jouer('OLA BELLA', ['01', '02', '02', '02', null], 'OLA', { nomNaissance: 'MARTIN-DUPONT' }),
    ).toEqual([
      'Essai 1/4 : prénom OLA',
      'Essai 2/4 : nom MARTIN DUPONT, sans trait d’union',
      'Essai 3/4 : prénoms OLA BELLA',
      'Essai 4/4 : avec le lieu de naissance 63220',
      'plus rien',
    ]))
})
