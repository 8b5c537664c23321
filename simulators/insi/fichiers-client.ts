import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  const ecrire = (nom: string, contenu: string): string => ecrirePrive(join(dossier, nom), contenu)
  return {
    autorites: ecrire('autorites.pem', pki.racine),
    certificat: ecrire('certificat.pem', pki.clients.manu.certificat),
    cle: ecrire('cle.pem', chiffrerCle(pki.clients.manu.cle, phrase)),
    phrase: ecrire('phrase.txt', phrase),
  }
}

/** Writes a file of its owner alone, and gives its path. */
export function ecrirePrive(chemin: string, contenu: string): string {
  // A new file, so that no former one lends it wider rights or another place.
  rmSync(chemin, { force: true })
  writeFileSync(chemin, contenu, { mode: 0o600, flag: 'wx' })
  return chemin
}

/** The certificate and its key as one PKCS#12 file under the same passphrase; null where there is no openssl to make it. */
export function ecrirePkcs12({ certificat, cle, phrase }: FichiersClient, chemin: string): string | null {
  ecrirePrive(chemin, '')
  const fichiers = ['-in', certificat, '-inkey', cle, '-out', chemin]
  const { status } = spawnSync(
    'openssl',
    ['pkcs12', '-export', ...fichiers, '-passin', 'env:PHRASE', '-passout', 'env:PHRASE'],
    { stdio: 'ignore', env: { ...process.env, PHRASE: readFileSync(phrase, 'utf8') } },
  )
  return status === 0 ? chemin : null
}
