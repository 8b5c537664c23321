import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncDossier } from '../coffre/sync-dossier.ts'

/** Replaces a file, readable by its owner alone: after any stop it is the old one or the new one, whole. */
export function ecrireAtomiquement(file: string, texte: string): void {
  const brouillon = `${file}.tmp`
  ecrireDurablement(brouillon, texte)
  renameSync(brouillon, file)
  syncDossier(dirname(file))
}

/** Writes a file, readable by its owner alone, and waits for the disk. */
function ecrireDurablement(file: string, texte: string): void {
  const descripteur = openSync(file, 'w', 0o600)
  try {
    const octets = Buffer.from(texte, 'utf8')
    for (let ecrits = 0; ecrits < octets.length;) ecrits += writeSync(descripteur, octets, ecrits)
    fsyncSync(descripteur)
  } finally {
    closeSync(descripteur)
  }
}
