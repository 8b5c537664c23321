import type { Kysely } from 'kysely'
import type { Compteurs } from '../compteurs.ts'
import type { SchemaCoffre } from './schema.ts'

export function compteursSqlite(db: Kysely<SchemaCoffre>): Compteurs {
  /** Adds and reads in one statement, so that two callers never see one number. */
  async function suivant(nom: 'ipp' | 'nda'): Promise<string> {
    const { valeur } = await db
      .updateTable('compteur')
      .set((e) => ({ valeur: e('valeur', '+', 1) }))
      .where('nom', '=', nom)
      .returning('valeur')
      .executeTakeFirstOrThrow()
    return String(valeur)
  }
  return { suivantIpp: () => suivant('ipp'), suivantNda: () => suivant('nda') }
}
