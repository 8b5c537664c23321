import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chiffrerCle, type Pki } from './pki.ts'

/** Paths of what a client of the simulator needs, as PEM files; the passphrase of the key is in a file of its own. */
export interface FichiersClient {
  readonly autorites: string
  readonly certificat: string
  readonly cle: string
  readonly phrase: string
}

/** Writes what a client needs, readable by its owner only, the key encrypted under a passphrase of its own. */
export function ecrireFichiersClient(pki: Pki, dossier: string): FichiersClient {
  mkdirSync(dossier, { recursive: true, mode: 0o700 })
  const phrase = randomUUID()
  const ecrire = (nom: string, contenu: string): string => {
    const chemin = join(dossier, nom)
    // A new file, so that no former one lends it wider rights or another place.
    rmSync(chemin, { force: true })
    writeFileSync(chemin, contenu, { mode: 0o600, flag: 'wx' })
    return chemin
  }
  return {
    autorites: ecrire('autorites.pem', pki.racine),
    certificat: ecrire('certificat.pem', pki.clients.manu.certificat),
    cle: ecrire('cle.pem', chiffrerCle(pki.clients.manu.cle, phrase)),
    phrase: ecrire('phrase.txt', phrase),
  }
}
