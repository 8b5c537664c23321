import type { Migration } from './migration.ts'

/** The answers of INSi, byte for byte, each held by an admission that exists. */
export const reponsesInsi: Migration = {
  numero: 2,
  async appliquer(db) {
    await db.schema
      .createTable('reponse_insi')
      .addColumn('appel_id', 'text', (appelId) => appelId.notNull().primaryKey())
      .addColumn('admission_id', 'text', (admissionId) =>
        admissionId.notNull().references('admission.id').onDelete('restrict'),
      )
      .addColumn('message_id', 'text', (messageId) => messageId.notNull())
      .addColumn('recue_le', 'text', (recueLe) => recueLe.notNull())
      .addColumn('brut', 'blob', (brut) => brut.notNull())
      .execute()
    await db.schema.createIndex('reponse_admission').on('reponse_insi').columns(['admission_id']).execute()
  },
}
