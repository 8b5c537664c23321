import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** The environment a store serves: one row, written by whoever opens it first after this step. */
export const marque: Migration = {
  numero: 9,
  async appliquer(db) {
    await db.schema
      .createTable('marque')
      .addColumn('id', 'integer', (id) => id.notNull().primaryKey())
      .addColumn('environnement', 'text', (environnement) => environnement.notNull())
      .addCheckConstraint('marque_unique', sql`id = 1`)
      .execute()
  },
}
