import { FuseState, getCurrentFuseWire, flipFuses, FuseV1Options } from '@electron/fuses'
import { appendFile, chmod, copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FUSES } from './fuses.ts'

/** Layout of the fuse wire: sentinel, version 1, length, one byte per fuse (Electron fuses.md). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

it('les neuf fusibles sont posés et relus sur un exécutable FACTICE (aucun Electron véritable ici)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-fuses-'))
  const placeholder = join(folder, 'guichet-ins')
  await copyFile('/bin/true', placeholder)
  await chmod(placeholder, 0o755)
  // Every fuse starts in the state opposite to the wanted one, so that none can pass untouched.
  const wanted = Object.values(FuseV1Options).filter((option) => typeof option === 'number')
  const opposite = wanted.map((option) => (FUSES[option] ? FuseState.DISABLE : FuseState.ENABLE))
  await appendFile(placeholder, Buffer.from([...Buffer.from(SENTINEL), 1, opposite.length, ...opposite]))

  await flipFuses(placeholder, FUSES)

  const wire = await getCurrentFuseWire(placeholder)
  const read = Object.fromEntries(
    wanted.map((option) => [FuseV1Options[option], wire[option] === FuseState.ENABLE]),
  )
  expect(read).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  })
  await rm(folder, { recursive: true })
})
