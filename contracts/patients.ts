import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type { PatientMontre, VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import { TRAITS, type Trait } from '#domain/identite/traits.ts'
import { appel } from './refus.ts'
import { vueAdmission } from './vue-admission.ts'

const attribut = z.enum(['homonyme', 'douteux', 'fictif'])

const patient = z.object({
  ipp: z.string(),
  derniereVenue: z.string(),
  traits: z.record(z.enum(TRAITS), z.string().nullable()) satisfies z.ZodType<Record<Trait, unknown>>,
  statut: z.enum(['provisoire', 'recuperee', 'validee', 'qualifiee']),
  attributs: z.array(attribut),
}) satisfies z.ZodType<PatientMontre>

const accord = z.object({ degre: z.enum(['egal', 'proche', 'different', 'inconnu']), raison: z.string() })

const doublon = z.object({
  patient,
  niveau: z.enum(['certain', 'probable', 'possible']),
  accords: z.object({
    nom: accord,
    prenom: accord,
    dateNaissance: accord,
    sexe: accord,
    lieuNaissance: accord,
    matricule: accord,
  }),
})

const vueAntecedents: z.ZodType<VueAntecedents, VueAntecedents> = z.object({
  admission: z.uuid(),
  etat: z.enum(['rien-a-chercher', 'en-cours', 'faite', 'en-echec']),
  doublons: z.array(doublon),
})

const champ = z.string().max(200)

export const patients = {
  /** Searches by distinct fields, never one bar. Source: EXI ID 17. */
  chercher: appel
    .input(z.object({ nom: champ, prenom: champ, dateNaissance: champ, matricule: champ }))
    .output(z.object({ patients: z.array(patient), reste: z.boolean() })),
  /** Takes a known patient for the admission it names, or for a new one when no patient is at the desk. */
  reprendre: appel
    .input(z.object({ admission: z.uuid().nullable(), ipp: z.string().max(40) }))
    .output(vueAdmission),
  /** What the base says of the person at the desk, as the form is filled. */
  suivre: appel.output(eventIterator(vueAntecedents.nullable())),
}
