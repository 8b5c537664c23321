import type { Admission } from '#domain/admission/admission.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import type { ActePoste } from '#services/journal/acte-journal.ts'

/** The admission a line of the journal is about. */
export type Sujet = Pick<Admission, 'id' | 'venue'>

export type ActeRefuse = Extract<ActePoste, { acte: 'acte-refuse' }>

/** Refuses an act. What the rights refuse leaves a trace; what the rules refuse is the ordinary life of a form. */
export async function refuserActe(
  ports: { journaliser(admission: Sujet | null, acte: ActeRefuse): Promise<void> },
  refus: Refus,
  demande: ActeRefuse['demande'],
  admission: Sujet | null = null,
): Promise<Result<never, Refus>> {
  if (refus.code.startsWith('droits/'))
    await ports.journaliser(admission, { acte: 'acte-refuse', demande, refus: refus.code })
  return echec(refus)
}
