import type { Kysely } from 'kysely'
import type { Admission } from '#domain/admission/admission.ts'
import { raisonDe } from '#domain/travail/raison.ts'
import type { SchemaCoffre } from './schema.ts'

/** Puts an admission on the work list it belongs to now, and off the others. */
export async function noterAttente(db: Kysely<SchemaCoffre>, admission: Admission): Promise<void> {
  await db.deleteFrom('attente').where('admission_id', '=', admission.id).execute()
  const raison = admission.preparation === null ? raisonDe(admission) : 'preparee'
  if (raison === null) return
  const { depuis, par } = admission.remise ?? { depuis: admission.ouverteLe, par: admission.agent }
  const { transfert, conclusion } = admission.decision
  await db
    .insertInto('attente')
    .values({
      admission_id: admission.id,
      raison,
      depuis,
      par,
      motif: raison === 'renvoyee' ? conclusion : transfert,
      pour: admission.preparation?.pour ?? null,
      site: admission.venue.site,
      secteur: admission.venue.secteur,
    })
    .execute()
}
