import { z } from 'zod'
import type { OptionsCartes } from '#native-bridge/proc/cartes-client.ts'

/** How Cartes Vitale are read: by their published file map, or by the official API, which needs its licence and its installation. */
export const champsVitale = {
  vitale: z
    .discriminatedUnion('fournisseur', [
      z.strictObject({ fournisseur: z.literal('apdu') }),
      z.strictObject({
        fournisseur: z.literal('apilec'),
        /** Path of the library of the API de lecture Vitale. */
        bibliotheque: z.string().min(1),
        /** Folder of its `api_lec.ini` and of its tables. */
        dossier: z.string().min(1),
      }),
    ])
    .exactOptional(),
}

const fichier = z.object(champsVitale)

/** The official API chosen by IT, null when cards are read by their file map. */
export function lireVitaleReglee({
  vitale,
}: z.infer<typeof fichier>): NonNullable<OptionsCartes['apilec']> | null {
  if (vitale?.fournisseur !== 'apilec') return null
  const { bibliotheque, dossier } = vitale
  return { bibliotheque, dossier }
}
