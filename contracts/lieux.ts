import { z } from 'zod'
import type { LieuNomme } from '#domain/lieux/nommer-lieu.ts'
import type { PropositionLieu } from '#domain/lieux/proposer-a-la-date.ts'
import type { RaisonLieu } from '#domain/lieux/raison-lieu.ts'
import { appel } from './refus.ts'

const raison = z.discriminatedUnion('raison', [
  z.object({
    raison: z.enum(['ancien-nom', 'nom-ulterieur', 'devenue', 'ancien-code', 'absorbee']),
    nom: z.string(),
  }),
  z.object({ raison: z.enum(['deleguee', 'associee']), nom: z.string() }),
  z.object({ raison: z.enum(['code-postal', 'code-postal-saisi']), nom: z.string() }),
  z.object({
    raison: z.literal('hors-periode'),
    nom: z.string(),
    debut: z.string().nullable(),
    fin: z.string().nullable(),
  }),
  z.object({ raison: z.enum(['arrondissement', 'code-inconnu']) }),
]) satisfies z.ZodType<RaisonLieu>

const proposition = z.object({
  code: z.string(),
  nom: z.string(),
  raison: raison.nullable(),
}) satisfies z.ZodType<PropositionLieu>

const nomme = z.object({
  code: z.string(),
  nom: z.string().nullable(),
  raison: raison.nullable(),
}) satisfies z.ZodType<LieuNomme>

/** Day of birth, or null while it is not known. */
const dateNaissance = z.string().max(10).nullable()

/** Birth places of the COG; nothing asked here is journalled nor kept. */
export const lieux = {
  chercher: appel.input(z.object({ texte: z.string().max(200), dateNaissance })).output(z.array(proposition)),
  nommer: appel.input(z.object({ code: z.string().max(5), dateNaissance })).output(nomme),
}
