import { sql, type Kysely } from 'kysely'
import type { DepotDifferes } from '../depot-differes.ts'
import { derniereVenue } from './derniere-venue.ts'
import type { SchemaCoffre } from './schema.ts'

export const differesSqlite = (db: Kysely<SchemaCoffre>): DepotDifferes => ({
  async enAttente() {
    const lignes = await db
      .selectFrom('appel_differe')
      .innerJoin('admission', 'admission.id', 'appel_differe.admission_id')
      .select(['admission.id as admission', 'appel_differe.par', 'appel_differe.le'])
      .select(sql<number | string>`not (${derniereVenue})`.as('revenu'))
      .where('appel_differe.etat', '=', 'en-attente')
      .orderBy('appel_differe.le')
      .orderBy('admission.rang')
      .execute()
    return lignes.map(({ revenu, ...ligne }) => ({ ...ligne, revenu: Number(revenu) === 1 }))
  },

  async partis() {
    const lignes = await db
      .selectFrom('appel_differe')
      .select('admission_id')
      .where('etat', '=', 'envoye')
      .execute()
    return lignes.map((ligne) => ligne.admission_id)
  },

  async compter() {
    const lignes = await db
      .selectFrom('appel_differe')
      .innerJoin('admission', 'admission.id', 'appel_differe.admission_id')
      .select(['appel_differe.etat', ({ fn }) => fn.countAll<number | string>().as('nombre')])
      .where(derniereVenue)
      .groupBy('appel_differe.etat')
      .execute()
    const nombreDe = (etat: string) => Number(lignes.find((ligne) => ligne.etat === etat)?.nombre ?? 0)
    return { enAttente: nombreDe('en-attente'), aRevoir: nombreDe('a-revoir') }
  },
})
