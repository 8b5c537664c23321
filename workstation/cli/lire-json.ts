import { readFile } from 'node:fs/promises'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/** Reads a file named on the command line by `option`: what it holds, undefined when that is not JSON. */
export async function lireJson(chemin: string | undefined, option: string): Promise<Result<unknown, Refus>> {
  const texte = chemin === undefined ? null : await readFile(chemin, 'utf8').catch(() => null)
  return texte === null ? echec(refuser('commande/fichier', option)) : succes(parseJson(texte))
}

function parseJson(texte: string): unknown {
  try {
    return JSON.parse(texte)
  } catch {
    return undefined
  }
}
