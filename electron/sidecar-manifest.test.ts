import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { computeManifest, isIntact, type SidecarManifest } from './sidecar-manifest.ts'

let folder: string
let manifest: SidecarManifest
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-poste-'))
  await mkdir(join(folder, 'bin'))
  await writeFile(join(folder, 'bin', 'node'), 'abc')
  await writeFile(join(folder, 'main.js'), '')
  manifest = await computeManifest(folder)
})
afterEach(() => rm(folder, { recursive: true }))

describe('intégrité du poste avant son démarrage', () => {
  it('le manifeste porte le SHA-256 de chaque fichier', () => {
    expect(manifest).toEqual({
      'bin/node': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      'main.js': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    })
  })

  it('un dossier inchangé est intègre', async () => expect(await isIntact(folder, manifest)).toBe(true))

  it.each<[string, () => Promise<void>]>([
    ['modifié', () => writeFile(join(folder, 'main.js'), 'x')],
    ['manquant', () => rm(join(folder, 'main.js'))],
    ['ajouté', () => writeFile(join(folder, 'preload.js'), '')],
    ['renommé', () => rm(join(folder, 'main.js')).then(() => writeFile(join(folder, 'autre.js'), ''))],
    [
      'remplacé par un lien',
      () => rm(join(folder, 'main.js')).then(() => symlink('/dev/null', join(folder, 'main.js'))),
    ],
  ])('un fichier %s suffit à refuser', async (_cas, change) => {
    await change()
    expect(await isIntact(folder, manifest)).toBe(false)
  })

  it('un dossier absent est refusé', async () =>
    expect(await isIntact(join(folder, 'absent'), {})).toBe(false))
})
