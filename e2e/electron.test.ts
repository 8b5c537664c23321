import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findElectron } from '../bin/montage/electron-binary.ts'
import { stories, type Opened } from './electron-stories.ts'

const ROOT = join(import.meta.dirname, '..')
const electron = await findElectron()
const missing = electron.present
  ? ''
  : `Electron : ${stories.length} tests NON EXÉCUTÉS, ${electron.reason}.\n`
process.stderr.write(missing)

it.runIf(process.env['GUICHET_REQUIRE_ELECTRON'] === '1')(
  'GUICHET_REQUIRE_ELECTRON=1 exige un Electron exécutable',
  () => expect(missing).toBe(''),
)

describe.runIf(electron.present)('coquille dans un Electron véritable', () => {
  let opened: Opened

  beforeAll(async () => {
    for (const part of ['electron', 'renderer'])
      await build({ configFile: join(ROOT, part, 'vite.config.ts'), logLevel: 'error' })
    opened = await open()
  })
  afterAll(async () => {
    await opened.app.close().catch(() => undefined)
    await rm(opened.profile, { recursive: true, force: true })
  })

  it.each(stories)('%s', async (_name, tell) => {
    await expect(tell(opened)).resolves.toBeUndefined()
  })
})

async function open(): Promise<Opened> {
  if (!electron.present) throw new Error(missing)
  const { path, version } = electron
  const main = join(ROOT, 'dist', 'electron', 'main.cjs')
  const profile = await mkdtemp(join(tmpdir(), 'guichet-profil-'))
  const args = [main, `--user-data-dir=${profile}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  // The path is always given: without it, the electron package would be loaded and would download a binary.
  const app = await _electron.launch({ executablePath: path, args })
  return { app, page: await app.firstWindow(), path, main, version, profile }
}
