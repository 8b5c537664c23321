import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type { EtatCartes, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import type { Beneficiaire } from '#domain/cartes/lecture-vitale.ts'
import { appel, codeRefus } from './refus.ts'

export const genreCarte = z.enum([
  'vitale2',
  'vitale1',
  'cps3',
  'cps3-sans-contact',
  'cps4',
  'agent-cnam',
  'inconnue',
]) satisfies z.ZodType<GenreCarte>

const etatCartes: z.ZodType<EtatCartes, EtatCartes> = z.object({
  lecteurs: z.array(
    z.object({ nom: z.string(), carte: genreCarte.nullable(), muette: z.boolean(), presence: z.number() }),
  ),
  refus: codeRefus.nullable(),
})

/** What the desk shows of a person of the card; the insured's number never reaches a screen. */
const beneficiaire = z.object({
  rang: z.number(),
  nomNaissance: z.string(),
  nomUsuel: z.string().nullable(),
  prenoms: z.string(),
  dateNaissance: z.string(),
}) satisfies z.ZodType<Omit<Beneficiaire, 'matricule' | 'nirAssure' | 'regime'>>

/** The reading of the card now in the reader; it vanishes with the card. */
const lectureCarte = z.discriminatedUnion('etat', [
  z.object({ etat: z.literal('aucune') }),
  z.object({ etat: z.literal('en-cours') }),
  z.object({ etat: z.literal('lue'), beneficiaires: z.array(beneficiaire) }),
  z.object({ etat: z.literal('refusee'), refus: codeRefus }),
])

const vueCartes = z.object({ cartes: etatCartes, lecture: lectureCarte })

export type VueCartes = z.infer<typeof vueCartes>

export const cartes = {
  suivre: appel.output(eventIterator(vueCartes)),
  relire: appel,
}
