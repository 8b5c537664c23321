import type { Kysely } from 'kysely'
import { lireDocument } from '../../document-admission.ts'
import { noterAttente } from '../noter-attente.ts'
import type { SchemaCoffre } from '../schema.ts'
import type { Migration } from './migration.ts'

/** What awaits somebody, and who holds an admission; what already awaited is listed, since its opening. Source: DX-06, ID-15. */
export const travail: Migration = {
  numero: 6,
  async appliquer(db) {
    await db.schema.alterTable('admission').addColumn('tenue_par', 'text').execute()
    await db.schema.alterTable('admission').addColumn('tenue_jusqua', 'text').execute()
    await db.schema
      .createTable('attente')
      .addColumn('admission_id', 'text', (id) =>
        id.primaryKey().references('admission.id').onDelete('cascade'),
      )
      .addColumn('raison', 'text', (raison) => raison.notNull())
      .addColumn('depuis', 'text', (depuis) => depuis.notNull())
      .addColumn('par', 'text', (par) => par.notNull())
      .addColumn('motif', 'text')
      .addColumn('pour', 'text')
      .addColumn('site', 'text')
      .addColumn('secteur', 'text')
      .execute()
    await db.schema.createIndex('attente_raison').on('attente').columns(['raison', 'depuis']).execute()
    await retrouverAttentes(db)
  },
}

/** A document that can no longer be read is left out: opening the store must not depend on it. */
async function retrouverAttentes(db: Kysely<SchemaCoffre>): Promise<void> {
  const admissions = await db.selectFrom('admission').select('rang').orderBy('rang').execute()
  for (const { rang } of admissions) {
    const { document } = await db
      .selectFrom('admission')
      .select('document')
      .where('rang', '=', rang)
      .executeTakeFirstOrThrow()
    const admission = lireDocument(document)
    if (admission.ok) await noterAttente(db, admission.value)
  }
}
