import { sql, type Kysely } from 'kysely'
import type { DepotCopies } from '../depot-copies.ts'
import type { SchemaCoffre } from './schema.ts'

export const copiesSqlite = (db: Kysely<SchemaCoffre>): DepotCopies => ({
  async conserver(cles) {
    await db
      .insertInto('copie')
      .values(
        cles.map(({ id, admissionId, cle }) => ({ id, admission_id: admissionId, cle: Buffer.from(cle) })),
      )
      .execute()
  },

  async cle(id) {
    const ligne = await db.selectFrom('copie').select('cle').where('id', '=', id).executeTakeFirst()
    return ligne ? ligne.cle : null
  },

  /** The last visit of a patient is his row; any visit of his counts, whichever one the page was joined to. */
  async echues(jour) {
    const lignes = await db
      .selectFrom('copie')
      .innerJoin('admission as jointe', 'jointe.id', 'copie.admission_id')
      .innerJoin('patient', 'patient.ipp', 'jointe.ipp')
      .innerJoin('admission as derniere', 'derniere.id', 'patient.admission_id')
      .select('copie.id')
      .where('derniere.ouverte_le', '<', jour)
      .execute()
    return lignes.map(({ id }) => id)
  },

  async toutes() {
    const lignes = await db.selectFrom('copie').select('id').execute()
    return lignes.map(({ id }) => id)
  },

  async oublier(ids) {
    if (ids.length === 0) return
    await db.deleteFrom('copie').where('id', 'in', ids).execute()
    // What is deleted is overwritten in the file (secure_delete); the pages written ahead still hold it until they are moved.
    await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db)
  },
})
