import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { racine } from './racine.ts'

export type ElectronBinary =
  | { readonly present: true; readonly path: string; readonly version: string }
  | { readonly present: false; readonly reason: string }

const ELECTRON = racine('node_modules', 'electron')

/**
 * Looks for a runnable Electron of the locked version, without ever loading the `electron` package, which would download one.
 * `ELECTRON_OVERRIDE_DIST_PATH` names the folder of one supplied by hand.
 */
export async function findElectron(env = process.env): Promise<ElectronBinary> {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(ELECTRON, 'dist')
  const path = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
  const { version } = JSON.parse(await readFile(join(ELECTRON, 'package.json'), 'utf8')) as {
    version: string
  }
  const found = await readFile(join(folder, 'version'), 'utf8').catch(() => null)
  if (found === null) return { present: false, reason: `aucun binaire Electron dans ${folder}` }
  if (found.trim().replace(/^v/, '') !== version)
    return { present: false, reason: `Electron ${found.trim()} dans ${folder}, ${version} attendu` }
  const executable = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
  return executable
    ? { present: true, path, version }
    : { present: false, reason: `${path} n’est pas exécutable` }
}
