import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CODES, codesCites } from './codes.ts'
import { lirePage } from './lire-page.ts'
import { textesDe } from './lire-titres.ts'

const racine = join(import.meta.dirname, '../..')
const lire = (chemin: string): string => readFileSync(join(racine, chemin), 'utf8')
const exigences = lirePage(lire('docs/exigences.md'))

const COUCHES = '{domain,contracts,native-bridge,services,workstation,electron,renderer,simulators,e2e}'
const TESTS = globSync(`${COUCHES}/**/*.test.{ts,tsx}`, { cwd: racine }).filter(
  (fichier) => !fichier.includes('node_modules'),
)

const citees = exigences.flatMap(({ code, preuve }) =>
  'tests' in preuve ? preuve.tests.map((test) => [code, test.fichier, test.titre] as const) : [],
)

describe('la page des exigences et les tests disent la même chose', () => {
  it('chaque code connu a sa ligne, une seule, et rien ne s’y ajoute sans être déclaré', () => {
    const exi = exigences.map(({ code }) => code).filter((code) => !code.startsWith('DMN INS'))
    expect([...exi].sort()).toEqual([...CODES].sort())
  })

  it('les demandes DMN INS 1 à 46 ont toutes une ligne', () => {
    const numeros = exigences.flatMap(({ code }) => {
      const bornes = /^DMN INS (\d+)(?:-(\d+))?$/.exec(code)
      const debut = Number(bornes?.[1])
      const fin = Number(bornes?.[2] ?? debut)
      return bornes ? Array.from({ length: fin - debut + 1 }, (_, rang) => debut + rang) : []
    })
    expect(numeros.sort((un, autre) => un - autre)).toEqual(Array.from({ length: 46 }, (_, rang) => rang + 1))
  })

  it('chaque ligne dit l’exigence', () =>
    expect(exigences.filter(({ texte }) => texte.length < 15).map(({ code }) => code)).toEqual([]))

  it.each(citees)('%s : %s a bien un test « %s »', (_code, fichier, titre) => {
    expect(existsSync(join(racine, fichier)), `${fichier} n’existe plus`).toBe(true)
    const textes = textesDe(lire(fichier))
    expect(
      textes.some((texte) => texte.includes(titre)),
      `${fichier} n’a plus de titre « ${titre} »`,
    ).toBe(true)
  })

  it('aucun test cité n’est écarté d’office', () =>
    expect(citees.filter(([, fichier]) => /\.(?:skip|todo)\(/.test(lire(fichier)))).toEqual([]))

  it('un code cité par un titre de test est dans la page', () => {
    const connus = new Set(exigences.map(({ code }) => code))
    const inconnus = TESTS.flatMap((fichier) =>
      textesDe(lire(fichier))
        .flatMap(codesCites)
        .filter((code) => !connus.has(code))
        .map((code) => `${fichier} : ${code}`),
    )
    expect(inconnus).toEqual([])
  })
})

describe('la lecture de la page et des titres', () => {
  it('lit chaque forme de preuve', () =>
    expect(
      lirePage(
        [
          '| Code | Exigence | Preuve |',
          '| --- | --- | --- |',
          '| EXI SI 07 | Un statut par identité | `a.test.ts` « un titre »<br>`b.test.ts` « un autre » |',
          '| ID-22 | Dévalider le stock | organisationnelle : décidée par la cellule avant le démarrage |',
          '| EXI ID 01 | Une règle du guide | texte non lu : le guide n’a pu être lu<br>`a.test.ts` « un titre » |',
        ].join('\n'),
      ),
    ).toEqual([
      {
        code: 'EXI SI 07',
        texte: 'Un statut par identité',
        preuve: {
          genre: 'tests',
          tests: [
            { fichier: 'a.test.ts', titre: 'un titre' },
            { fichier: 'b.test.ts', titre: 'un autre' },
          ],
        },
      },
      {
        code: 'ID-22',
        texte: 'Dévalider le stock',
        preuve: { genre: 'organisationnelle', raison: 'décidée par la cellule avant le démarrage' },
      },
      {
        code: 'EXI ID 01',
        texte: 'Une règle du guide',
        preuve: {
          genre: 'texte non lu',
          raison: 'le guide n’a pu être lu',
          tests: [{ fichier: 'a.test.ts', titre: 'un titre' }],
        },
      },
    ]))

  it.each(['', 'organisationnelle : bientôt', '`a.test.ts` sans titre'])(
    'refuse la preuve « %s »',
    (preuve) => expect(() => lirePage(`| ID-01 | Une règle | ${preuve} |`)).toThrow('ID-01'),
  )

  it('ne prend pas un commentaire pour un titre', () =>
    expect(textesDe(`// 'non'\n/** "non" */ it('l\\'un', () => x("l'autre", \`le \${n}\`))`)).toEqual([
      "l'un",
      "l'autre",
      'le ${n}',
    ]))

  it('reconnaît les codes, et rien qui leur ressemble', () =>
    expect(codesCites('EXI SI 07, (DX-04), EXI SI 1234, PP 09, ID-123')).toEqual(['EXI SI 07', 'DX-04']))
})
