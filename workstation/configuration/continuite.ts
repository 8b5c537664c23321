import { z } from 'zod'
import type { ReglagesAppels } from '../continuite/registre.ts'
import { APPELS_PAR_DEFAUT } from '../continuite/vigie.ts'

/** How many calls to INSi leave a workstation, and how fast those put off follow one another; everything has a default. */
export const champsContinuite = {
  appelsInsi: z
    .strictObject({
      parMinute: z.int().min(2).max(60).exactOptional(),
      parHeure: z.int().min(10).max(600).exactOptional(),
      /** Seconds between two calls put off. */
      rejeuSecondes: z.int().min(1).max(600).exactOptional(),
    })
    .exactOptional(),
}

type ChampsContinuite = z.infer<z.ZodObject<typeof champsContinuite>> & { readonly environnement: string }

export function lireContinuite({ appelsInsi = {}, environnement }: ChampsContinuite): ReglagesAppels {
  const { cadence, rejeuMs } = APPELS_PAR_DEFAUT
  return {
    cadence: {
      parMinute: appelsInsi.parMinute ?? cadence.parMinute,
      parHeure: appelsInsi.parHeure ?? cadence.parHeure,
    },
    rejeuMs: appelsInsi.rejeuSecondes === undefined ? rejeuMs : appelsInsi.rejeuSecondes * 1000,
    disjoncteur: environnement !== 'recette',
  }
}
