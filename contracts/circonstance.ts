import { z } from 'zod'
import { CIRCONSTANCES, type Circonstance } from '#domain/admission/circonstance.ts'

/** Who stands at the desk, as the domain names it. */
export const circonstance = z.enum(Object.keys(CIRCONSTANCES) as [Circonstance, ...Circonstance[]])
