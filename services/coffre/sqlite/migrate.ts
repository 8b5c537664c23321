import { sql, type Kysely } from 'kysely'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { admissions } from './migrations/0001-admissions.ts'
import { reponsesInsi } from './migrations/0002-reponses-insi.ts'
import { compteurs } from './migrations/0003-compteurs.ts'
import { ancrage } from './migrations/0004-ancrage.ts'
import { patients } from './migrations/0005-patients.ts'
import { travail } from './migrations/0006-travail.ts'
import { copies } from './migrations/0007-copies.ts'
import { differes } from './migrations/0008-differes.ts'
import { marque } from './migrations/0009-marque.ts'
import type { Migration } from './migrations/migration.ts'

/** Every step, in order; their numbers follow one another from 1. */
export const MIGRATIONS: readonly Migration[] = [
  admissions,
  reponsesInsi,
  compteurs,
  ancrage,
  patients,
  travail,
  copies,
  differes,
  marque,
]

/** Brings the schema to the last of `migrations`, all of it or nothing; refuses a store from a newer program. */
export async function migrer(
  db: Kysely<unknown>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Result<null, Refus>> {
  const version = await versionDe(db)
  if (version > migrations.length) return echec(refuser('coffre/version'))
  if (version === migrations.length) return succes(null)
  await db.transaction().execute(async (transaction) => {
    for (const migration of migrations.slice(version)) await migration.appliquer(transaction)
    await sql`pragma user_version = ${sql.lit(migrations.length)}`.execute(transaction)
  })
  return succes(null)
}

/** Number of the last step applied; kept in the header of the encrypted file, hence inside each transaction. */
export async function versionDe(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db)
  return rows[0]?.user_version ?? 0
}
