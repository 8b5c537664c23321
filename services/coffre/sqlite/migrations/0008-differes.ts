import type { Migration } from './migration.ts'

/** The calls put off until INSi answers again; there was none before. */
export const differes: Migration = {
  numero: 8,
  async appliquer(db) {
    await db.schema
      .createTable('appel_differe')
      .addColumn('admission_id', 'text', (id) =>
        id.primaryKey().references('admission.id').onDelete('cascade'),
      )
      .addColumn('etat', 'text', (etat) => etat.notNull())
      .addColumn('par', 'text', (par) => par.notNull())
      .addColumn('le', 'text', (le) => le.notNull())
      .execute()
    await db.schema.createIndex('appel_differe_etat').on('appel_differe').columns(['etat', 'le']).execute()
  },
}
