import type { Kysely } from 'kysely'
import type { MarqueEnvironnement } from '../marque-environnement.ts'
import type { SchemaCoffre } from './schema.ts'

export const marqueSqlite = (db: Kysely<SchemaCoffre>): MarqueEnvironnement => ({
  async fixer(environnement) {
    await db
      .insertInto('marque')
      .values({ id: 1, environnement })
      .onConflict((conflit) => conflit.doNothing())
      .execute()
    const marque = await db.selectFrom('marque').select('environnement').executeTakeFirstOrThrow()
    return marque.environnement
  },
})
