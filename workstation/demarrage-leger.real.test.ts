import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const construit = join(import.meta.dirname, '../dist/workstation')

const source = (fichier: string): string => readFileSync(join(construit, fichier), 'utf8')

/** The built files that are read before the first window is served: an entry, and what it imports without waiting for a gesture. */
function fichiersLus(entree: string, lus = new Set<string>()): ReadonlySet<string> {
  lus.add(entree)
  for (const [, fichier = ''] of source(entree).matchAll(/^import .*?"\.\/([^"]+)";$/gm))
    if (!lus.has(fichier)) fichiersLus(fichier, lus)
  return lus
}

const lusAuDemarrage = [...fichiersLus('main.js'), ...fichiersLus('demarrer.js')]

describe('démarrage du poste', () => {
  it('lit ce qui sert la première fenêtre', () => {
    expect(lusAuDemarrage).toContain('demarrer.js')
    expect(lusAuDemarrage.length).toBeGreaterThan(4)
  })

  it.each([
    ['ce qui compose les pages', /^\/\/ .*node_modules\/pdf-lib/m],
    ['le coffre', /from "better-sqlite3-multiple-ciphers"/],
    ['tout ce que Node charge avec une de ses parties importée par son nom', /from "node:/],
  ])('ne lit pas %s', (_, motif) => {
    expect(lusAuDemarrage.filter((fichier) => motif.test(source(fichier)))).toEqual([])
  })
})

/** What starts a program as soon as it is read. */
const PROGRAMMES = ['main.js', 'demarrer.js', 'child.js']

describe('ce que le poste charge plus tard', () => {
  it.each(readdirSync(construit).filter((fichier) => !PROGRAMMES.includes(fichier)))(
    '%s se charge',
    async (fichier) => {
      await expect(import(join(construit, fichier))).resolves.toBeDefined()
    },
  )
})
