import type { Kysely } from 'kysely'
import { lireDocument } from '../../document-admission.ts'
import { indexerPatient } from '../indexer-patient.ts'
import type { SchemaCoffre } from '../schema.ts'
import type { Migration } from './migration.ts'

/** The patients, findable by what search before creation needs; those already met are made so. Source: EXI ID 17. */
export const patients: Migration = {
  numero: 5,
  async appliquer(db) {
    await creerTables(db)
    await retrouverPatients(db)
  },
}

async function creerTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('patient')
    .addColumn('ipp', 'text', (ipp) => ipp.notNull().primaryKey())
    .addColumn('admission_id', 'text', (id) => id.notNull().references('admission.id').onDelete('restrict'))
    .addColumn('date_naissance', 'text')
    .addColumn('matricule', 'text')
    .addColumn('oid', 'text')
    .execute()
  await db.schema
    .createTable('patient_cle')
    .addColumn('champ', 'text', (champ) => champ.notNull())
    .addColumn('cle', 'text', (cle) => cle.notNull())
    .addColumn('ipp', 'text', (ipp) => ipp.notNull().references('patient.ipp').onDelete('cascade'))
    .addPrimaryKeyConstraint('patient_cle_unique', ['champ', 'cle', 'ipp'])
    .execute()
  await index('patient_admission', 'patient', ['admission_id'])
  await index('patient_date', 'patient', ['date_naissance'])
  await index('patient_matricule', 'patient', ['matricule', 'oid'])
  await index('patient_cle_patient', 'patient_cle', ['ipp', 'champ', 'cle'])

  async function index(nom: string, table: string, colonnes: string[]): Promise<void> {
    await db.schema.createIndex(nom).on(table).columns(colonnes).execute()
  }
}

/** A document that can no longer be read is left out: opening the store must not depend on it. */
async function retrouverPatients(db: Kysely<SchemaCoffre>): Promise<void> {
  const admissions = await db.selectFrom('admission').select(['rang', 'ipp']).orderBy('rang').execute()
  const dernieres = new Map(admissions.map(({ ipp, rang }) => [ipp, rang]))
  for (const rang of dernieres.values()) {
    const ligne = await db
      .selectFrom('admission')
      .select('document')
      .where('rang', '=', rang)
      .executeTakeFirstOrThrow()
    const admission = lireDocument(ligne.document)
    if (admission.ok) await indexerPatient(db, admission.value)
  }
}
