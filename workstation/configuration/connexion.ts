import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const moyen = z.enum(['mot-de-passe', 'carte'])

/** How one signs in at a site: by password unless it says otherwise. */
export const champsConnexion = {
  connexion: z
    .strictObject({
      /** What opens a session; both may. */
      moyens: z.array(moyen).min(1).exactOptional(),
      /** Whoever signs in by password also gives the code of his telephone. */
      secondFacteur: z.boolean().exactOptional(),
      /** PEM files of the authorities that issue professional cards, paths relative to the configuration's folder. */
      autoritesCartes: z.array(z.string().min(1)).max(20).exactOptional(),
    })
    .exactOptional(),
}

type ChampsConnexion = z.infer<z.ZodObject<typeof champsConnexion>>

/** What a site decided about signing in. */
export interface ReglagesConnexion {
  readonly moyens: { readonly motDePasse: boolean; readonly carte: boolean }
  readonly secondFacteur: boolean
  /** The authorities whose cards are known here, PEM, read at each card: none where no file can be read. */
  readonly autoritesCartes: () => readonly string[]
}

export function lireConnexion({ connexion = {} }: ChampsConnexion, dossier: string): ReglagesConnexion {
  const { moyens = ['mot-de-passe'], secondFacteur = false, autoritesCartes = [] } = connexion
  return {
    moyens: { motDePasse: moyens.includes('mot-de-passe'), carte: moyens.includes('carte') },
    secondFacteur,
    autoritesCartes: () => autoritesCartes.flatMap((chemin) => lirePem(resolve(dossier, chemin))),
  }
}

/** Every certificate of a PEM file; a file that cannot be read makes its cards unknown, and the desk still opens. */
function lirePem(chemin: string): readonly string[] {
  try {
    return readFileSync(chemin, 'utf8')
      .split(/(?=-----BEGIN )/)
      .filter((bloc) => bloc.startsWith('-----BEGIN CERTIFICATE-----'))
  } catch {
    return []
  }
}
