import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { ouvrirConnexion, requetesSur } from '../connexion.ts'
import { MIGRATIONS, migrer } from '../migrate.ts'

/** An encrypted store that a test brings from one step of the schema to the next. */
export interface MigrationEssai {
  readonly db: Kysely<unknown>
  readonly migrerJusqua: (numero: number) => Promise<void>
  readonly tables: () => Promise<string[]>
  readonly lignes: (requete: string) => Promise<unknown[]>
}

export async function essayerMigration(travail: (essai: MigrationEssai) => Promise<void>): Promise<void> {
  const dossier = mkdtempSync(join(tmpdir(), 'migration-'))
  const file = join(dossier, 'coffre.db')
  writeFileSync(file, '')
  const connexion = ouvrirConnexion(file, randomBytes(32))
  const db = requetesSur<unknown>(connexion)
  const lignes = async (requete: string): Promise<unknown[]> => (await sql.raw(requete).execute(db)).rows
  try {
    await travail({
      db,
      lignes,
      async migrerJusqua(numero) {
        const migre = await migrer(db, MIGRATIONS.slice(0, numero))
        if (!migre.ok) throw new Error(migre.error.code)
      },
      tables: async () => (await db.introspection.getTables()).map((table) => table.name).sort(),
    })
  } finally {
    connexion.close()
    rmSync(dossier, { recursive: true })
  }
}
