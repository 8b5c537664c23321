import type { Kysely } from 'kysely'
import type { Ancrage } from '../ancrage.ts'
import type { SchemaCoffre } from './schema.ts'

export const ancrageSqlite = (db: Kysely<SchemaCoffre>): Ancrage => ({
  async lire() {
    return (await db.selectFrom('ancre').select(['n', 'empreinte']).executeTakeFirst()) ?? null
  },

  async poser({ n, empreinte }) {
    await db
      .insertInto('ancre')
      .values({ id: 1, n, empreinte })
      .onConflict((conflit) => conflit.column('id').doUpdateSet({ n, empreinte }).where('ancre.n', '<', n))
      .execute()
  },
})
