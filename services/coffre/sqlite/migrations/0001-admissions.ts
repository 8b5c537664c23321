import type { Migration } from './migration.ts'

/** The admissions: a document, and the columns a search by number, by name or by state will need. */
export const admissions: Migration = {
  numero: 1,
  async appliquer(db) {
    await db.schema
      .createTable('admission')
      .addColumn('rang', 'integer', (rang) => rang.primaryKey().autoIncrement())
      .addColumn('id', 'text', (id) => id.notNull().unique())
      .addColumn('ouverte_le', 'text', (ouverteLe) => ouverteLe.notNull())
      .addColumn('agent', 'text', (agent) => agent.notNull())
      .addColumn('ipp', 'text', (ipp) => ipp.notNull())
      .addColumn('nda', 'text', (nda) => nda.notNull())
      .addColumn('statut', 'text', (statut) => statut.notNull())
      .addColumn('close', 'integer', (close) => close.notNull())
      .addColumn('nom_naissance', 'text')
      .addColumn('prenoms_naissance', 'text')
      .addColumn('date_naissance', 'text')
      .addColumn('document', 'text', (document) => document.notNull())
      .execute()
    await index('admission_ouverte', ['close', 'rang'])
    await index('admission_ipp', ['ipp'])
    await index('admission_nda', ['nda'])
    await index('admission_nom', ['nom_naissance', 'date_naissance'])

    async function index(nom: string, colonnes: string[]): Promise<void> {
      await db.schema.createIndex(nom).on('admission').columns(colonnes).execute()
    }
  },
}
