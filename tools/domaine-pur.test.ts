import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const racine = join(import.meta.dirname, '..')

const FICHIERS = globSync('domain/**/*.ts', { cwd: racine }).filter(
  (fichier) => !fichier.endsWith('.test.ts'),
)

/** Every module a source names: after `from`, alone after `import`, or called by `import` and `require`. */
const modulesDe = (source: string): readonly string[] =>
  [...source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"`])([^'"`]*)\1/g)].map(
    ([, , module = '']) => module,
  )

/** A file of the domain names another one of the domain, by a relative path that stays inside. */
const resteDansDomaine = (fichier: string, module: string): boolean =>
  /^\.{1,2}\//.test(module) && join(fichier, '..', module).startsWith('domain/')

describe('le domaine ne dépend de rien', () => {
  it('la lecture des imports voit chaque forme', () =>
    expect(
      modulesDe(
        `import a from './a.ts'\nimport {\n  b\n} from "zod"\nimport 'c'\nawait import('d')\nrequire('e')\nexport { f } from \`g\``,
      ),
    ).toEqual(['./a.ts', 'zod', 'c', 'd', 'e', 'g']))

  it('un chemin qui sort du domaine se voit', () => {
    expect(resteDansDomaine('domain/insi/demande.ts', '../result.ts')).toBe(true)
    expect(resteDansDomaine('domain/insi/demande.ts', '../../services/insi/client.ts')).toBe(false)
    expect(resteDansDomaine('domain/insi/demande.ts', '#domain/result.ts')).toBe(false)
  })

  it('il a des fichiers', () => expect(FICHIERS.length).toBeGreaterThan(30))

  it.each(FICHIERS)('%s n’importe que le domaine', (fichier) => {
    const ailleurs = modulesDe(readFileSync(join(racine, fichier), 'utf8')).filter(
      (module) => !resteDansDomaine(fichier, module),
    )
    expect(ailleurs).toEqual([])
  })
})
