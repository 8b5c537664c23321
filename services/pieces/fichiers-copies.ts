import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncDossier } from '../coffre/sync-dossier.ts'

/** The sealed pages, one file each, named after their identifier. */
export interface FichiersCopies {
  /** Writes a page and waits for the disk; false when it is not there. */
  ecrire(id: string, scellee: Uint8Array): Promise<boolean>
  lire(id: string): Promise<Buffer | null>
  /** Removes a page if it can: without its key it is noise already. */
  retirer(id: string): Promise<void>
  lister(): Promise<readonly string[]>
}

const SUFFIXE = '.copie'

export const fichiersCopies = (dossier: string): FichiersCopies => {
  const chemin = (id: string): string => join(dossier, `${id}${SUFFIXE}`)
  return {
    async ecrire(id, scellee) {
      try {
        await mkdir(dossier, { recursive: true, mode: 0o700 })
        await using fichier = await open(chemin(id), 'wx', 0o600)
        await fichier.writeFile(scellee)
        await fichier.datasync()
        syncDossier(dossier)
        return true
      } catch {
        return false
      }
    },
    lire: (id) => readFile(chemin(id)).catch(() => null),
    retirer: (id) => rm(chemin(id), { force: true }).catch(() => undefined),
    async lister() {
      const noms = await readdir(dossier).catch(() => [])
      return noms.flatMap((nom) => (nom.endsWith(SUFFIXE) ? [nom.slice(0, -SUFFIXE.length)] : []))
    },
  }
}
