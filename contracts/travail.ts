import { z } from 'zod'
import { RAISONS } from '#domain/travail/raison.ts'
import { conclusion, motifTransfert } from './decision.ts'
import { appel } from './refus.ts'
import { vueAdmission } from './vue-admission.ts'

const statut = z.enum(['provisoire', 'recuperee', 'validee', 'qualifiee'])

const ligne = z.object({
  admission: z.uuid(),
  ipp: z.string(),
  nomNaissance: z.string().nullable(),
  prenomsNaissance: z.string().nullable(),
  dateNaissance: z.string().nullable(),
  statut,
  /** Site and sector of the visit, as they are read. */
  lieu: z.string(),
  tenuePar: z.string().nullable(),
  par: z.string(),
})

const attente = ligne.extend({
  raison: z.enum(RAISONS),
  motif: z.union([motifTransfert, conclusion]).nullable(),
  depuis: z.string(),
})

const preparee = ligne.extend({ pour: z.string() })

export type Attente = z.infer<typeof attente>
export type Preparee = z.infer<typeof preparee>

const cette = z.object({ admission: z.uuid() })
const acte = appel.output(vueAdmission)

/** The work lists: read whole, acted upon one admission at a time; nothing here asks INSi about a list. Source: DX-06, ID-14, ID-15. */
export const travail = {
  /** What awaits an act this person may do. */
  attentes: appel.output(z.object({ attentes: z.array(attente), reste: z.boolean() })),
  reprendre: acte.input(cette),
  conclure: acte.input(cette.extend({ conclusion })),
  /** The visits prepared, and how many may be. */
  preparees: appel.output(z.object({ preparees: z.array(preparee), maximum: z.int() })),
  preparer: acte.input(z.object({ pour: z.string().max(10) })),
  /** Takes up a visit prepared; from the day it was expected on, the patient is there. */
  ouvrirPreparee: acte.input(cette),
  patientArrive: acte.input(cette),
  retirerPreparee: appel.input(cette),
}
