import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeLaunchPage } from './launch-page.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-launch-'))
})
afterEach(() => rm(folder, { recursive: true }))

const URL = 'http://127.0.0.1:4000/#ticket'

it('la page de lancement n’est lisible que de son propriétaire et mène au poste', async () => {
  const path = await writeLaunchPage(folder, URL)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readFile(path, 'utf8')).toContain(`content="0;url=${URL}"`)
})

it('une page laissée ou plantée là n’est jamais suivie', async () => {
  const planted = join(folder, 'ailleurs.html')
  await writeFile(planted, 'intact')
  await symlink(planted, join(folder, 'launch.html'))
  await writeLaunchPage(folder, URL)
  expect(await readFile(planted, 'utf8')).toBe('intact')
})
