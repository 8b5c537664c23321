import { sql, type Kysely } from 'kysely'
import {
  ATTENTES_PAR_PAGE,
  type AdmissionEnAttente,
  type DepotAttentes,
  type VenuePreparee,
} from '../depot-attentes.ts'
import { derniereVenue } from './derniere-venue.ts'
import type { SchemaCoffre } from './schema.ts'

export const attentesSqlite = (db: Kysely<SchemaCoffre>): DepotAttentes => ({
  async lister(raisons, maintenant) {
    if (raisons.length === 0) return { attentes: [], reste: false }
    const lignes = await lignesDeListe(db, maintenant)
      .select(['attente.raison', 'attente.motif', 'attente.depuis'])
      .where('attente.raison', 'in', raisons)
      .where(derniereVenue)
      .orderBy('attente.depuis')
      .orderBy('admission.rang')
      .limit(ATTENTES_PAR_PAGE + 1)
      .execute()
    // The query only kept reasons somebody asked for.
    const attentes = lignes.slice(0, ATTENTES_PAR_PAGE) as readonly AdmissionEnAttente[]
    return { attentes, reste: lignes.length > ATTENTES_PAR_PAGE }
  },

  async preparees(maintenant) {
    const lignes = await lignesDeListe(db, maintenant)
      .select('attente.pour')
      .where('attente.raison', '=', 'preparee')
      .orderBy('attente.pour')
      .orderBy('admission.rang')
      .execute()
    return lignes as readonly VenuePreparee[]
  },

  async nombrePreparees() {
    const { nombre } = await db
      .selectFrom('attente')
      .select(({ fn }) => fn.countAll<number | string>().as('nombre'))
      .where('raison', '=', 'preparee')
      .executeTakeFirstOrThrow()
    return Number(nombre)
  },
})

const lignesDeListe = (db: Kysely<SchemaCoffre>, maintenant: string) =>
  db
    .selectFrom('attente')
    .innerJoin('admission', 'admission.id', 'attente.admission_id')
    .select([
      'admission.id as admission',
      'admission.ipp',
      'admission.nom_naissance as nomNaissance',
      'admission.prenoms_naissance as prenomsNaissance',
      'admission.date_naissance as dateNaissance',
      'admission.statut',
      'attente.par',
      'attente.site',
      'attente.secteur',
    ])
    .select(
      sql<string | null>`case when admission.tenue_jusqua > ${maintenant} then admission.tenue_par end`.as(
        'tenuePar',
      ),
    )
