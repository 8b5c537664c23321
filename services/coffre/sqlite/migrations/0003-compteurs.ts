import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** The local numbers: both ranges keep ten digits, and their first digit tells a patient number from a stay number. */
export const compteurs: Migration = {
  numero: 3,
  async appliquer(db) {
    await db.schema
      .createTable('compteur')
      .addColumn('nom', 'text', (nom) => nom.notNull().primaryKey())
      .addColumn('valeur', 'bigint', (valeur) => valeur.notNull())
      .execute()
    await sql`insert into compteur (nom, valeur) values ('ipp', 1000000000), ('nda', 5000000000)`.execute(db)
  },
}
