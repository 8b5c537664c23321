import { z } from 'zod'
import { notice } from './decision.ts'
import { appel } from './refus.ts'

/** What left for the printer: the batch printed on every page, and whether a trait had to be cut with a visible mark. */
const lot = z.object({ lot: z.string(), pages: z.int(), complet: z.boolean() })

/** A notice also says what became of the leaflet of the site. */
const lotNotice = lot.extend({ depliant: z.enum(['absent', 'joint', 'refuse']) })

export const impression = {
  planche: appel.input(z.object({ admission: z.uuid(), debut: z.int().min(1).max(24) })).output(lot),
  fiche: appel.input(z.object({ admission: z.uuid() })).output(lot),
  notice: appel.input(z.object({ admission: z.uuid(), notice })).output(lotNotice),
}
