import { readFileSync } from 'node:fs'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { ecrireComptes, fichierComptes, type Compte, type CompteScelle } from './compte.ts'
import { ecrireAtomiquement } from './ecriture-atomique.ts'

/** Reads every account, or refuses with `comptes/illisible`. */
export function lireComptes(file: string): Result<readonly Compte[], Refus> {
  try {
    const lu = fichierComptes.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (lu.success) return succes(lu.data.comptes)
  } catch {
    // absent, unreadable or not JSON: the same refusal
  }
  return echec(refuser('comptes/illisible'))
}

/** Replaces the accounts, or refuses with `comptes/ecriture` and leaves them as they were. */
export function remplacerComptes(file: string, comptes: readonly CompteScelle[]): Result<null, Refus> {
  try {
    ecrireAtomiquement(file, ecrireComptes(comptes))
    return succes(null)
  } catch {
    return echec(refuser('comptes/ecriture'))
  }
}
