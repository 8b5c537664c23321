import { lireFichierIdentite } from '#domain/identite/fichier-identite.ts'
import type { Identite } from '#domain/identite/identite.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import { jourDe } from '../guichet/jour.ts'
import { lireJson } from './lire-json.ts'

/** Reads the identity file named on the command line, in the public exchange format. */
export async function lireIdentite(
  chemin: string | undefined,
  maintenant: Date,
): Promise<Result<Identite, readonly Refus[]>> {
  const contenu = await lireJson(chemin, 'identite')
  if (!contenu.ok) return echec([contenu.error])
  return contenu.value === undefined
    ? echec([refuser('identite/forme')])
    : lireFichierIdentite(contenu.value, jourDe(maintenant))
}
