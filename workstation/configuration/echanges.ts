import { z } from 'zod'
import { ECHANGES_PAR_DEFAUT, type ReglagesEchanges } from '#domain/echanges/reglages-echanges.ts'

const nom = z.string().min(1).max(60)
const partie = z.strictObject({ application: nom, etablissement: nom })

/** What a site hands to other software, and under which names; everything has a default. */
export const champsEchanges = {
  echanges: z
    .strictObject({
      /** False keeps the number of qualified identities in the house, until other software can take it. */
      diffusionMatricule: z.boolean().exactOptional(),
      emetteur: partie.exactOptional(),
      destinataire: partie.exactOptional(),
      /** Who gives the IPP: `type` is `N` for a FINESS number, `ISO` for an OID. */
      autoriteIpp: z
        .strictObject({ nom, identifiant: nom, type: z.enum(['N', 'ISO']), uri: z.url().nullable() })
        .exactOptional(),
    })
    .exactOptional(),
}

type ChampsEchanges = z.infer<z.ZodObject<typeof champsEchanges>>

export const lireEchanges = ({ echanges = {} }: ChampsEchanges): ReglagesEchanges => ({
  ...ECHANGES_PAR_DEFAUT,
  ...echanges,
})
