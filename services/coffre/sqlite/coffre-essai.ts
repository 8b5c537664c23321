import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Coffre } from '../coffre.ts'
import type { CoffreEssaye } from '../depots-suite.ts'
import { openCoffre } from './open-coffre.ts'

/** A real store in a folder of its own, for tests. */
export function coffreEssai(): CoffreEssaye & { readonly file: string; readonly key: Uint8Array } {
  const dossier = mkdtempSync(join(tmpdir(), 'coffre-'))
  const file = join(dossier, 'coffre.db')
  const key = randomBytes(32)
  let coffre: Coffre | null = null

  async function ouvrir(creer: boolean): Promise<Coffre> {
    const ouvert = await openCoffre({ file, key, creer })
    if (!ouvert.ok) throw new Error(ouvert.error.code)
    coffre = ouvert.value
    return coffre
  }

  return {
    file,
    key,
    ouvrir: () => ouvrir(true),
    async rouvrir() {
      await coffre?.close()
      return ouvrir(false)
    },
    async detruire() {
      await coffre?.close()
      rmSync(dossier, { recursive: true })
    },
  }
}
