import type { Kysely } from 'kysely'
import type { DepotReponsesInsi } from '../depot-reponses-insi.ts'
import type { SchemaCoffre } from './schema.ts'

export const reponsesInsiSqlite = (db: Kysely<SchemaCoffre>): DepotReponsesInsi => ({
  async conserver({ appelId, admissionId, messageId, recueLe, brut }) {
    await db
      .insertInto('reponse_insi')
      .values({
        appel_id: appelId,
        admission_id: admissionId,
        message_id: messageId,
        recue_le: recueLe,
        brut: Buffer.from(brut, 'utf8'), // bytes, because a text column may stop at a NUL
      })
      .execute()
  },

  async parAppel(appelId) {
    const ligne = await db
      .selectFrom('reponse_insi')
      .selectAll()
      .where('appel_id', '=', appelId)
      .executeTakeFirst()
    if (!ligne) return null
    return {
      appelId: ligne.appel_id,
      admissionId: ligne.admission_id,
      messageId: ligne.message_id,
      recueLe: ligne.recue_le,
      brut: Buffer.from(ligne.brut).toString('utf8'),
    }
  },
})
