import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ROLES } from '#domain/droits/role.ts'
import { appel } from './refus.ts'

/** The person signed in at the desk, to whom every act is attributed. */
export const agent = z.object({ identifiant: z.string(), nom: z.string(), role: z.enum(ROLES) })

export const session = {
  ouvrir: appel
    .input(z.object({ identifiant: z.string().max(64), motDePasse: z.string().max(256) }))
    .output(agent),
  fermer: appel,
  suivre: appel.output(eventIterator(agent.nullable())),
}
