import type { Kysely } from 'kysely'
import type { Admission } from '#domain/admission/admission.ts'
import { statutAdmission } from '#domain/admission/lectures.ts'
import { DefautStockage } from '../defaut-stockage.ts'
import type { DepotAdmissions } from '../depot-admissions.ts'
import { ecrireDocument, lireDocument } from '../document-admission.ts'
import type { SchemaCoffre } from './schema.ts'

export const admissionsSqlite = (db: Kysely<SchemaCoffre>): DepotAdmissions => ({
  /** One statement, hence one transaction. */
  async enregistrer(admission) {
    const { id, ...valeurs } = colonnesDe(admission)
    await db
      .insertInto('admission')
      .values({ id, ...valeurs })
      .onConflict((conflit) => conflit.column('id').doUpdateSet(valeurs))
      .execute()
  },

  async ouverte(agent) {
    const ouvertes = db.selectFrom('admission').select('document').where('close', '=', 0)
    const siennes = agent === undefined ? ouvertes : ouvertes.where('agent', '=', agent)
    return relire(await siennes.orderBy('rang', 'desc').limit(1).executeTakeFirst())
  },

  async parId(id) {
    return relire(await db.selectFrom('admission').select('document').where('id', '=', id).executeTakeFirst())
  },
})

const colonnesDe = (admission: Admission) => ({
  id: admission.id,
  ouverte_le: admission.ouverteLe,
  agent: admission.agent,
  ipp: admission.ipp,
  nda: admission.nda,
  statut: statutAdmission(admission),
  close: admission.close ? 1 : 0,
  nom_naissance: admission.saisie.nomNaissance?.valeur ?? null,
  prenoms_naissance: admission.saisie.prenomsNaissance?.valeur ?? null,
  date_naissance: admission.saisie.dateNaissance?.valeur ?? null,
  document: ecrireDocument(admission),
})

function relire(ligne: { readonly document: string } | undefined): Admission | null {
  if (!ligne) return null
  const lu = lireDocument(ligne.document)
  if (!lu.ok) throw new DefautStockage(lu.error)
  return lu.value
}
