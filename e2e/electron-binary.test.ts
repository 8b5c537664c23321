import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElectron } from '../bin/montage/electron-binary.ts'

let folder: string
let version: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-electron-'))
  const text = await readFile(join(import.meta.dirname, '../node_modules/electron/package.json'), 'utf8')
  version = (JSON.parse(text) as { version: string }).version
})
afterEach(() => rm(folder, { recursive: true }))

const find = (): ReturnType<typeof findElectron> => findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })

describe('recherche d’un Electron exécutable', () => {
  it('un dossier vide n’en contient pas', async () => {
    expect(await find()).toEqual({ present: false, reason: `aucun binaire Electron dans ${folder}` })
  })

  it('une autre version n’est pas celle qui est livrée', async () => {
    await writeFile(join(folder, 'version'), '44.0.0')
    expect(await find()).toEqual({
      present: false,
      reason: `Electron 44.0.0 dans ${folder}, ${version} attendu`,
    })
  })

  it('un fichier non exécutable ne compte pas', async () => {
    const path = join(folder, 'electron')
    await writeFile(join(folder, 'version'), version)
    await writeFile(path, '')
    expect(await find()).toEqual({ present: false, reason: `${path} n’est pas exécutable` })
    await chmod(path, 0o755)
    expect(await find()).toEqual({ present: true, path, version })
  })
})
