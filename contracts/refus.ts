import { oc } from '@orpc/contract'
import { z } from 'zod'
import { estCodeRefus, type CodeRefus } from '#domain/refus/refus.ts'

export const codeRefus = z.custom<CodeRefus>((code) => typeof code === 'string' && estCodeRefus(code))

/** A refusal on the wire: its code, and the field it concerns. The sentence is the domain's, looked up by code. */
export const refus = z.object({ code: codeRefus, champ: z.string().exactOptional() })

/** Every call of the contract may end in a refusal; anything else that fails is a bug. */
export const appel = oc.errors({ REFUS: { data: refus } })
