import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** The anchor of the journal: one row, so that there is one answer. */
export const ancrage: Migration = {
  numero: 4,
  async appliquer(db) {
    await db.schema
      .createTable('ancre')
      .addColumn('id', 'integer', (id) => id.notNull().primaryKey())
      .addColumn('n', 'bigint', (n) => n.notNull())
      .addColumn('empreinte', 'text', (empreinte) => empreinte.notNull())
      .addCheckConstraint('ancre_unique', sql`id = 1`)
      .execute()
  },
}
