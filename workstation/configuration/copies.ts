import { z } from 'zod'
import { COPIES_PAR_DEFAUT, type ReglagesCopies } from '#domain/copies/reglages-copies.ts'

const MO = 1024 * 1024

/** How a site keeps the copies of identity documents; everything has a default. */
export const champsCopies = {
  copies: z
    .strictObject({
      /** Largest file, in megabytes: a message to the workstation holds no more than twelve. */
      tailleMaxMo: z.int().min(1).max(12).exactOptional(),
      /** Years after the last visit of the patient. Source: CNIL and RNIV, five at most. */
      conservationAns: z.int().min(1).max(5).exactOptional(),
    })
    .exactOptional(),
}

type ChampsCopies = z.infer<z.ZodObject<typeof champsCopies>>

export const lireCopies = ({ copies = {} }: ChampsCopies): ReglagesCopies => ({
  octetsMax: copies.tailleMaxMo === undefined ? COPIES_PAR_DEFAUT.octetsMax : copies.tailleMaxMo * MO,
  conservationAns: copies.conservationAns ?? COPIES_PAR_DEFAUT.conservationAns,
})
