import { describe, expect, it } from 'vitest'
import { alerteLieu } from './alerte-lieu.ts'
import { chercherLieux } from './chercher-lieux.ts'
import { indexer } from './indexer.ts'
import { memeLieu } from './meme-lieu.ts'
import { nommerLieu } from './nommer-lieu.ts'
import { creerPalmares } from './palmares.ts'
import { phraseRaison } from './raison-lieu.ts'

/** Invented places, for what the true COG shows in too many places at once. */
const INDEX = indexer({
  lieux: [
    '00001|Bourg|C|||00100|5',
    '00002|Hameau|C||1970-01-01',
    '00002|Hameau|C|1990-01-01',
    '00003|Perdu|C||1960-01-01',
    '00003|Perdue|C|1960-01-01|1965-01-01',
    '00004|Annexe|A|||||00001',
    '00005|Quartier|D|||||00001',
    '00006|Orphelin|D|||||00009',
    '00007|Port|C||1990-01-01||00200',
    '00007|Port-Neuf|C|1990-01-01||00200|3',
    '00008|Bourgade|C|||00100|7',
    '00010|Gué|C||1950-01-01',
    '00011|Gué|C|1950-01-01|1960-01-01',
    '00012|Gué-le-Pont|C|1960-01-01||00300',
    '00013|Moulin|C||1970-01-01',
    '00014|Moulin|C|1970-01-01',
    '99001|Ancien Pays|P||1990-01-01',
    '99002|Nouveau Pays|P',
  ],
  liens: [
    '1970-01-01|00002|00001|fusion',
    '1990-01-01|00001|00002|partage',
    '1990-01-01|99001|99002|code',
    '1950-01-01|00010|00011|code',
    '1960-01-01|00011|00012|fusion',
    // The number 00013 was that of another commune, which had left it before.
    '1940-01-01|00013|00001|code',
    '1970-01-01|00014|00013|code',
  ],
})

const proposes = (texte: string, dateNaissance: string | null): readonly string[] =>
  chercherLieux(INDEX, texte, { dateNaissance, limite: 4 }).map(({ code, nom, raison }) =>
    [code, nom, ...(raison ? [phraseRaison(raison)] : [])].join(' · '),
  )

describe('RNIV 1, lieux inventés', () => {
  it.each<[string, string, string | null, readonly string[]]>([
    ['commune rétablie, naissance avant la fusion', 'Hameau', '1960-01-01', ['00002 · Hameau']],
    [
      'commune rétablie, naissance pendant la fusion',
      'Hameau',
      '1980-01-01',
      ['00001 · Bourg · comprend l’ancienne commune Hameau'],
    ],
    ['commune rétablie, naissance après', 'Hameau', '2000-01-01', ['00002 · Hameau']],
    ['commune associée', 'Annexe', null, ['00001 · Bourg · commune associée : Annexe']],
    ['commune déléguée', 'Quartier', null, ['00001 · Bourg · commune déléguée : Quartier']],
    ['partie d’une commune absente de la table', 'Orphelin', null, []],
    [
      'commune disparue sans suite, à sa date',
      'Perdu',
      '1950-01-01',
      ['00003 · Perdu · code hors de sa période'],
    ],
    ['commune disparue sans suite, après', 'Perdu', '1980-01-01', []],
    ['code postal, nom de l’époque', '00200', '1980-01-01', ['00007 · Port · code postal 00200']],
    [
      'code postal de deux communes : la plus peuplée d’abord',
      '00100',
      null,
      ['00008 · Bourgade · code postal 00100', '00001 · Bourg · code postal 00100'],
    ],
    [
      'code postal d’une commune qui avait un autre code',
      '00300',
      '1955-01-01',
      ['00011 · Gué · aujourd’hui Gué-le-Pont (00012)'],
    ],
    [
      'commune renommée depuis sous le même code',
      'Port',
      '1980-01-01',
      ['00007 · Port · aujourd’hui Port-Neuf'],
    ],
    [
      'commune absorbée après avoir changé de code, à sa date',
      '00010',
      '1949-12-31',
      ['00010 · Gué · ancienne commune, aujourd’hui Gué-le-Pont (00012)'],
    ],
    [
      'commune absorbée après avoir changé de code, depuis',
      '00010',
      null,
      ['00012 · Gué-le-Pont · comprend l’ancienne commune Gué'],
    ],
    [
      'pays disparu, à sa date',
      'Ancien Pays',
      '1980-01-01',
      ['99001 · Ancien Pays · aujourd’hui Nouveau Pays (99002)'],
    ],
    ['pays disparu, après', 'Ancien Pays', null, ['99002 · Nouveau Pays · s’appelait Ancien Pays']],
  ])('%s', (_cas, texte, date, attendu) => expect(proposes(texte, date)).toEqual(attendu))

  it('une partie se nomme avec son tout', () =>
    expect(['00004', '00005', '00006'].map((code) => nommerLieu(INDEX, code, null).raison)).toEqual([
      { raison: 'associee', nom: 'Bourg (00001)' },
      { raison: 'deleguee', nom: 'Bourg (00001)' },
      { raison: 'hors-periode', nom: 'Orphelin', debut: null, fin: null },
    ]))

  it('une partie sans son tout est signalée', () =>
    expect(alerteLieu(nommerLieu(INDEX, '00006', null))).toBe(
      'Le code 00006 désignait Orphelin, pas à la date de naissance : cherchez le lieu par son nom, ou vérifiez la date.',
    ))

  it('une commune fusionnée puis rétablie est liée à celle qui l’a réunie', () =>
    expect([memeLieu(INDEX, '00001', '00002'), memeLieu(INDEX, '00002', '00003')]).toEqual([
      'fusion',
      'different',
    ]))

  it('le code repris par une autre commune ne lie pas celle-ci à la précédente', () =>
    expect([memeLieu(INDEX, '00014', '00013'), memeLieu(INDEX, '00014', '00001')]).toEqual([
      'ancien-code',
      'different',
    ]))

  it('un code hors de sa période se nomme comme la dernière fois qu’il fut porté', () =>
    expect(['00003', '00007'].map((code) => nommerLieu(INDEX, code, '1970-01-01').nom)).toEqual([
      'Perdue',
      'Port',
    ]))

  it('le palmarès garde les meilleurs, et la meilleure note de chacun', () => {
    const palmares = creerPalmares(3)
    const notes: readonly (readonly [number, number])[] = [
      [1, 5],
      [2, 9],
      [3, 7],
      [4, 8],
      [5, 9],
      [4, 1],
      [4, 6],
      [6, 5],
    ]
    expect(palmares.vide()).toBe(true)
    for (const [numero, note] of notes) palmares.noter(numero, note)
    expect(palmares.meilleurs()).toEqual([4, 1, 6])
  })
})
