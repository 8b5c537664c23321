import { readFile } from 'node:fs/promises'
import { lireFichierIdentite } from '#domain/identite/fichier-identite.ts'
import type { Identite } from '#domain/identite/identite.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import { jourDe } from '../guichet/jour.ts'

/** Reads the identity file named on the command line, in the public exchange format. */
export async function lireIdentite(
  chemin: string | undefined,
  maintenant: Date,
): Promise<Result<Identite, readonly Refus[]>> {
  const texte = chemin === undefined ? null : await readFile(chemin, 'utf8').catch(() => null)
  if (texte === null) return echec([refuser('commande/fichier', 'identite')])
  const contenu = parseJson(texte)
  return contenu === undefined
    ? echec([refuser('identite/forme')])
    : lireFichierIdentite(contenu, jourDe(maintenant))
}

function parseJson(texte: string): unknown {
  try {
    return JSON.parse(texte)
  } catch {
    return undefined
  }
}
