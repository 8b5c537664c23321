import type { Kysely } from 'kysely'
import type { Admission } from '#domain/admission/admission.ts'
import type { SchemaCoffre } from './schema.ts'

/** Keeps the call put off of this admission as it stands now, or forgets it. */
export async function noterDiffere(db: Kysely<SchemaCoffre>, { id, differe }: Admission): Promise<void> {
  if (differe === null) {
    await db.deleteFrom('appel_differe').where('admission_id', '=', id).execute()
    return
  }
  await db
    .insertInto('appel_differe')
    .values({ admission_id: id, ...differe })
    .onConflict((conflit) => conflit.column('admission_id').doUpdateSet(differe))
    .execute()
}
