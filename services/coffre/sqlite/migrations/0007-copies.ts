import type { Migration } from './migration.ts'

/** The keys of the copies of identity documents; the copies themselves are files, noise without them. Source: DMN INS 46. */
export const copies: Migration = {
  numero: 7,
  async appliquer(db) {
    await db.schema
      .createTable('copie')
      .addColumn('id', 'text', (id) => id.notNull().primaryKey())
      .addColumn('admission_id', 'text', (id) => id.notNull().references('admission.id').onDelete('restrict'))
      .addColumn('cle', 'blob', (cle) => cle.notNull())
      .execute()
    await db.schema.createIndex('copie_admission').on('copie').column('admission_id').execute()
  },
}
