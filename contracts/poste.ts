import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { appel, codeRefus } from './refus.ts'

/** Health of one part of the workstation; `refus` tells what is wrong and what to do. */
const composant = z.object({
  nom: z.enum(['cartes', 'insi', 'imprimante', 'coffre', 'journal']),
  refus: codeRefus.nullable(),
})

const etatPoste = z.object({
  version: z.string(),
  poste: z.string(),
  /** Anything but production marks every screen and every printed page. */
  environnement: z.enum(['production', 'recette', 'simulation']),
  composants: z.array(composant),
})

export type EtatPoste = z.infer<typeof etatPoste>

export const poste = { suivre: appel.output(eventIterator(etatPoste)) }
