import { z } from 'zod'
import { MOTIFS_CONSULTATION, type MotifConsultation } from '#domain/copies/motifs-consultation.ts'
import { FICHIER_MAX_OCTETS } from '#domain/copies/reglages-copies.ts'
import { appel } from './refus.ts'
import { vueAdmission } from './vue-admission.ts'

const motifs = Object.keys(MOTIFS_CONSULTATION) as [MotifConsultation, ...MotifConsultation[]]

const cette = z.object({ admission: z.uuid() })

/** Copies of the document recorded: a file is joined whatever its source, a page only leaves for a reason. */
export const copies = {
  joindre: appel
    .input(cette.extend({ fichier: z.instanceof(Blob).refine(({ size }) => size <= FICHIER_MAX_OCTETS) }))
    .output(vueAdmission),
  /** One page, looked at once for one reason; the journal says so before it leaves the workstation. */
  voir: appel
    .input(cette.extend({ page: z.int().min(0).max(20), motif: z.enum(motifs) }))
    .output(z.object({ image: z.instanceof(Blob) })),
}
