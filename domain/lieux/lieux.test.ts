import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alerteLieu } from './alerte-lieu.ts'
import { chercherLieux } from './chercher-lieux.ts'
import { cleRecherche } from './cle-recherche.ts'
import { indexer } from './indexer.ts'
import type { DonneesLieux } from './lieu.ts'
import { memesLieux } from './memes-lieux.ts'
import { memeLieu } from './meme-lieu.ts'
import { nommerLieu } from './nommer-lieu.ts'
import { phraseRaison } from './raison-lieu.ts'

const lire = (fichier: string): DonneesLieux =>
  JSON.parse(readFileSync(new URL(`../../assets/cog/${fichier}`, import.meta.url), 'utf8')) as DonneesLieux
const communes = lire('communes.json')
const pays = lire('pays.json')
const INDEX = indexer({
  lieux: [...communes.lieux, ...pays.lieux],
  liens: [...communes.liens, ...pays.liens],
})

const proposes = (texte: string, dateNaissance: string | null, limite = 3): readonly string[] =>
  chercherLieux(INDEX, texte, { dateNaissance, limite }).map(({ code, nom, raison }) =>
    [code, nom, ...(raison ? [phraseRaison(raison)] : [])].join(' · '),
  )

describe('RNIV 1, lieu de naissance : le code proposé est celui en vigueur à la date de naissance', () => {
  it.each<[string, string, string | null, readonly string[]]>([
    [
      'nom entier avant les noms qu’il commence',
      'Rennes',
      '1980-01-01',
      ['35238 · Rennes', '11310 · Rennes-les-Bains', '11309 · Rennes-le-Château'],
    ],
    [
      'nom sans accent ni tiret, SAINT abrégé',
      'st etienne du rouvray',
      null,
      ['76575 · Saint-Étienne-du-Rouvray'],
    ],
    ['nom sans son article', 'HAVRE', null, ['76351 · Le Havre']],
    ['mots dans le désordre', 'saint rouvray etienne', null, ['76575 · Saint-Étienne-du-Rouvray']],
    ['code COG', '35238', '1980-01-01', ['35238 · Rennes']],
    ['code postal', '35000', null, ['35238 · Rennes · code postal 35000']],
    [
      'code postal d’un arrondissement : l’arrondissement, puis la ville',
      '75014',
      '1980-01-01',
      [
        '75114 · Paris 14e Arrondissement · code postal 75014',
        '75056 · Paris · code postal 75014',
        '92014 · Bourg-la-Reine',
      ],
    ],
    [
      'ancien code de la Seine avant 1968',
      '75014',
      '1960-01-01',
      [
        '75014 · Bourg-la-Reine · code de l’époque, aujourd’hui Bourg-la-Reine (92014)',
        '75114 · Paris 14e Arrondissement · code postal 75014',
        '75056 · Paris · code postal 75014',
      ],
    ],
    ['Corse depuis 1976', 'Ajaccio', '1976-01-01', ['2A004 · Ajaccio']],
    [
      'Corse avant 1976',
      'Ajaccio',
      '1975-12-31',
      ['20004 · Ajaccio · code de l’époque, aujourd’hui Ajaccio (2A004)'],
    ],
    [
      'commune nouvelle, naissance avant la fusion',
      'Arboys en Bugey',
      '2015-12-31',
      [
        '01015 · Arbignieu · aujourd’hui Arboys en Bugey (01015)',
        '01340 · Saint-Bois · aujourd’hui Arboys en Bugey (01015)',
      ],
    ],
    [
      'commune absorbée, naissance après la fusion',
      'Saint-Bois',
      '2016-01-01',
      ['01015 · Arboys en Bugey · comprend l’ancienne commune Saint-Bois'],
    ],
    [
      'commune renommée, naissance avant le changement de nom',
      'Châteauroux-les-Alpes',
      '1980-01-01',
      ['05036 · Châteauroux · aujourd’hui Châteauroux-les-Alpes (05036)'],
    ],
    [
      'commune devenue déléguée, naissance avant',
      '35209',
      '1990-01-01',
      ['35209 · Ossé · ancienne commune, aujourd’hui Châteaugiron (35069)'],
    ],
    [
      'arrondissement par son nom',
      'Paris 14',
      null,
      ['75114 · Paris 14e Arrondissement · arrondissement municipal'],
    ],
    ['commune renommée, nom d’avant', 'Céreste', null, ['04045 · Céreste-en-Luberon · s’appelait Céreste']],
    ['outre-mer', 'Nouméa', null, ['98818 · Nouméa']],
    ['pays', 'Maroc', '1950-01-01', ['99350 · Maroc']],
    ['ancien nom d’un pays', 'Haute-Volta', '1970-01-01', ['99331 · Haute-Volta']],
    [
      'pays éteint à la date de naissance',
      'Allemagne de l’Est',
      '1960-01-01',
      ["99141 · Allemagne de l'Est · aujourd’hui Allemagne (99109)"],
    ],
    [
      'pays éteint depuis',
      'Allemagne de l’Est',
      '1995-01-01',
      ["99109 · Allemagne · s’appelait Allemagne de l'Est"],
    ],
    ['lieu inconnu, d’une touche', '?', null, ['99999 · Lieu inconnu']],
    ['texte sans réponse', 'ZZZZ', null, []],
    ['une lettre ne suffit pas', 'P', null, []],
  ])('%s : « %s », né le %s', (_regle, texte, date, attendu) =>
    expect(proposes(texte, date)).toEqual(attendu),
  )

  it('chaque ville à arrondissements est proposée avant eux', () =>
    expect(['Paris', 'Lyon', 'Marseille'].map((ville) => proposes(ville, '1980-01-01', 1))).toEqual([
      ['75056 · Paris'],
      ['69123 · Lyon'],
      ['13055 · Marseille'],
    ]))
})

describe('RNIV 1, le nom d’un code à la date de naissance', () => {
  it.each<[string, string, string | null, string | null, string | null]>([
    ['commune actuelle', '35238', null, 'Rennes', null],
    ['ancien code', '20004', '1960-01-01', 'Ajaccio', 'code de l’époque, aujourd’hui Ajaccio (2A004)'],
    ['code hors de sa période', '75014', '1980-01-01', 'Bourg-la-Reine', 'code hors de sa période'],
    ['commune déléguée', '35209', '2020-01-01', 'Ossé', 'commune déléguée : Châteaugiron (35069)'],
    [
      'code postal saisi pour un code',
      '35000',
      null,
      null,
      'code absent du COG, code postal de Rennes (35238)',
    ],
    ['pays hors liste, accepté', '99998', null, null, 'code absent du COG'],
    ['inconnu', '99999', null, 'Lieu inconnu', null],
  ])('%s : %s', (_regle, code, date, nom, raison) => {
    const nomme = nommerLieu(INDEX, code, date)
    expect([nomme.nom, nomme.raison && phraseRaison(nomme.raison)]).toEqual([nom, raison])
  })
})

describe('RNIV 1, un code que le COG ne connaît pas est signalé, jamais refusé', () => {
  it.each([
    ['commune en vigueur', '35238', '1980-01-01', null],
    ['ancien code à sa date', '20004', '1960-01-01', null],
    ['lieu inconnu', '99999', null, null],
    [
      'code postal saisi pour un code',
      '35000',
      null,
      'Le code 35000 est le code postal de Rennes (35238) et n’existe pas au code officiel géographique : saisissez le nom de la commune et choisissez-la dans la liste.',
    ],
    [
      'code absent',
      '35999',
      null,
      'Le code 35999 n’existe pas au code officiel géographique de l’INSEE : vérifiez-le, ou cherchez le lieu par son nom.',
    ],
    [
      'ancien code après sa date',
      '75014',
      '1980-01-01',
      'Le code 75014 désignait Bourg-la-Reine avant le 01/01/1968, pas à la date de naissance : cherchez le lieu par son nom, ou vérifiez la date.',
    ],
    [
      'code actuel avant sa date',
      '2A004',
      '1970-01-01',
      'Le code 2A004 désignait Ajaccio à partir du 01/01/1976, pas à la date de naissance : cherchez le lieu par son nom, ou vérifiez la date.',
    ],
    [
      'pays éteint, avant et après',
      '99141',
      '1995-01-01',
      "Le code 99141 désignait Allemagne de l'Est à partir du 23/05/1949 et avant le 03/10/1990, pas à la date de naissance : cherchez le lieu par son nom, ou vérifiez la date.",
    ],
  ])('%s : %s', (_regle, code, date, attendu) =>
    expect(alerteLieu(nommerLieu(INDEX, code, date))).toBe(attendu),
  )
})

describe('RNIV, comparaison de deux codes de lieu', () => {
  it.each([
    ['35238', '35238', 'identique'],
    ['20004', '2A004', 'ancien-code'],
    ['75001', '94002', 'ancien-code'],
    ['99141', '99109', 'ancien-code'],
    ['75056', '75114', 'arrondissement'],
    ['75113', '75114', 'different'],
    ['35209', '35069', 'deleguee'],
    ['97357', '97362', 'fusion'],
    ['01340', '01016', 'different'],
    ['99999', '35238', 'inconnu'],
    ['35000', '35238', 'inconnu'],
  ])('%s et %s : %s, dans les deux sens', (a, b, attendu) =>
    expect([memeLieu(INDEX, a, b), memeLieu(INDEX, b, a)]).toEqual([attendu, attendu]),
  )
})

describe('Deux codes pour un même lieu', () => {
  it.each([
    ['ancien code', '20004', '2A004', true],
    ['ville et arrondissement', '75056', '75114', true],
    ['lieu inconnu : rien n’est prouvé', '99999', '35238', false],
    ['deux communes', '35238', '35047', false],
  ])('%s', (_cas, a, b, attendu) => expect(memesLieux(INDEX, a, b)).toBe(attendu))
})

describe('Clé de recherche d’un lieu', () => {
  it.each([
    ["L'Haÿ-les-Roses", 'L HAY LES ROSES'],
    ['St-Denis', 'SAINT DENIS'],
    ['Stes-Maries', 'STES MARIES'],
    ['Marseille 1er Arrondissement', 'MARSEILLE 1 ARRONDISSEMENT'],
    ['Lyon 03', 'LYON 3'],
  ])('« %s » se cherche « %s », et ne change plus', (texte, cle) =>
    expect([cleRecherche(texte), cleRecherche(cle)]).toEqual([cle, cle]),
  )
})
