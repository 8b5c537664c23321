import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes the names in a folder durable: a new or renamed file may otherwise vanish in a power cut. NTFS does it itself. */
export function syncDossier(dossier: string): void {
  if (process.platform === 'win32') return
  const descripteur = openSync(dossier, 'r')
  try {
    fsyncSync(descripteur)
  } finally {
    closeSync(descripteur)
  }
}
