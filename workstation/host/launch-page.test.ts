import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { launchPage, writeLaunchPage, writeWaitingPage } from './launch-page.ts'

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
  await symlink(planted, launchPage(folder))
  await symlink(planted, `${launchPage(folder)}.ecriture`)
  await writeLaunchPage(folder, URL)
  expect(await readFile(planted, 'utf8')).toBe('intact')
})

it('une fenêtre ouverte avant le poste relit la page jusqu’à ce qu’il soit là', async () => {
  const path = await writeWaitingPage(folder)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readFile(path, 'utf8')).toContain('location.reload()')
  expect(await writeLaunchPage(folder, URL)).toBe(path)
  expect(await readFile(path, 'utf8')).not.toContain('reload')
  expect(await readdir(folder)).toEqual(['launch.html'])
})
