import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const racine = join(import.meta.dirname, '..')

const INTERDITS = [
  ['domain/a.ts', '#services/insi/client.ts'],
  ['domain/a.ts', 'zod'],
  ['domain/a.ts', 'node:fs'],
  ['contracts/a.ts', '#services/insi/client.ts'],
  ['contracts/a.ts', 'react'],
  ['services/a.ts', '#native-bridge/pcsc/station.ts'],
  ['services/a.ts', '#contracts/contrat.ts'],
  ['native-bridge/a.ts', '#services/insi/client.ts'],
  ['workstation/a.ts', '#simulators/insi/server.ts'],
  ['workstation/a.ts', '#electron/main.ts'],
  ['workstation/a.ts', 'electron'],
  ['electron/a.ts', '#workstation/poste.ts'],
  ['electron/preload.ts', '#contracts/contrat.ts'],
  ['electron/preload.ts', 'node:fs'],
  ['renderer/a.ts', '#services/insi/client.ts'],
  ['renderer/a.ts', '#workstation/poste.ts'],
  ['renderer/features/traits/a.ts', '../insi/insi-panel.tsx'],
  ['simulators/a.ts', '#services/insi/client.ts'],
  ['services/insi/a.ts', '../../native-bridge/pcsc/station.ts'],
] as const

const PERMIS = [
  ['services/a.ts', '#domain/result.ts'],
  ['workstation/a.ts', '#services/insi/client.ts'],
  ['renderer/features/traits/a.ts', '../../ui/panel.tsx'],
  ['electron/a.ts', 'electron'],
  ['contracts/a.ts', 'zod'],
] as const

let dossier: string
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-cloisons-'))
  copyFileSync(join(racine, '.oxlintrc.json'), join(dossier, '.oxlintrc.json'))
})
afterAll(() => rmSync(dossier, { recursive: true }))

/** Lints one file that imports one thing, and tells whether the fence speaks. */
function arrete(fichier: string, module: string): boolean {
  const chemin = join(dossier, fichier)
  mkdirSync(dirname(chemin), { recursive: true })
  writeFileSync(chemin, `import * as autre from '${module}'\nexport const usage = autre\n`)
  const oxlint = join(racine, 'node_modules/.bin/oxlint')
  const { stdout } = spawnSync(oxlint, ['-f', 'unix', fichier], { cwd: dossier })
  rmSync(chemin)
  return stdout.toString().includes('no-restricted-imports')
}

describe('les cloisons entre les couches', () => {
  it.each(INTERDITS)('%s ne peut importer %s', (fichier, module) =>
    expect(arrete(fichier, module)).toBe(true),
  )
  it.each(PERMIS)('%s peut importer %s', (fichier, module) => expect(arrete(fichier, module)).toBe(false))
})
