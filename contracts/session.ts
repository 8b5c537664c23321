import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { DROITS } from '#domain/droits/droit.ts'
import { ROLES } from '#domain/droits/role.ts'
import { appel } from './refus.ts'

/** The person signed in at the desk, to whom every act is attributed. */
export const agent = z.object({
  identifiant: z.string(),
  nom: z.string(),
  role: z.enum(ROLES),
  /** What the organisation gives his role, whatever his trainings. */
  droits: z.array(z.enum(DROITS)),
})

export const session = {
  ouvrir: appel
    .input(z.object({ identifiant: z.string().max(64), motDePasse: z.string().max(256) }))
    .output(agent),
  /** Replaces a password by whoever knows it, signed in or not: one that was given opens nothing before that. */
  changerMotDePasse: appel.input(
    z.object({
      identifiant: z.string().max(64),
      actuel: z.string().max(256),
      nouveau: z.string().max(256),
    }),
  ),
  fermer: appel,
  suivre: appel.output(eventIterator(agent.nullable())),
}
