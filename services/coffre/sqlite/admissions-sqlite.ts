import type { Kysely } from 'kysely'
import type { Admission } from '#domain/admission/admission.ts'
import { statutAdmission } from '#domain/admission/lectures.ts'
import type { DepotAdmissions } from '../depot-admissions.ts'
import { ecrireDocument } from '../document-admission.ts'
import { indexerPatient, oublierPatient } from './indexer-patient.ts'
import { noterAttente } from './noter-attente.ts'
import { noterDiffere } from './noter-differe.ts'
import { relireAdmission } from './relire-admission.ts'
import type { SchemaCoffre } from './schema.ts'

export const admissionsSqlite = (db: Kysely<SchemaCoffre>): DepotAdmissions => ({
  async enregistrer(admission) {
    const { id, ...valeurs } = colonnesDe(admission)
    await db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('admission')
        .values({ id, ...valeurs })
        .onConflict((conflit) => conflit.column('id').doUpdateSet(valeurs))
        .execute()
      await suivrePatient(transaction, admission)
      await noterAttente(transaction, admission)
      await noterDiffere(transaction, admission)
    })
  },

  async ouverte(agent) {
    const ouvertes = db.selectFrom('admission').select('document').where('close', '=', 0)
    const siennes = agent === undefined ? ouvertes : ouvertes.where('agent', '=', agent)
    return relire(await siennes.orderBy('rang', 'desc').limit(1).executeTakeFirst())
  },

  async parId(id) {
    return relire(await db.selectFrom('admission').select('document').where('id', '=', id).executeTakeFirst())
  },

  async prendre(id, { par, maintenant, jusqua }) {
    // One statement: of two desks asking together, one is told about the other.
    const prise = await db
      .updateTable('admission')
      .set({ tenue_par: par, tenue_jusqua: jusqua })
      .where('id', '=', id)
      .where((e) =>
        e.or([e('tenue_par', 'is', null), e('tenue_par', '=', par), e('tenue_jusqua', '<=', maintenant)]),
      )
      .returning('id')
      .executeTakeFirst()
    if (prise) return null
    const tenue = await db.selectFrom('admission').select('tenue_par').where('id', '=', id).executeTakeFirst()
    return tenue?.tenue_par ?? null
  },

  async rendre(id, par) {
    await db
      .updateTable('admission')
      .set({ tenue_par: null, tenue_jusqua: null })
      .where('id', '=', id)
      .where('tenue_par', '=', par)
      .execute()
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

const relire = (ligne: { readonly document: string } | undefined): Admission | null =>
  ligne ? relireAdmission(ligne) : null

/** A patient is known as his last visit leaves him; a visit given to another patient gives back the one it had. */
async function suivrePatient(db: Kysely<SchemaCoffre>, { id, ipp }: Admission): Promise<void> {
  const quittes = await db
    .selectFrom('patient')
    .select('ipp')
    .where('admission_id', '=', id)
    .where('ipp', '<>', ipp)
    .execute()
  for (const suivi of [...quittes.map((patient) => patient.ipp), ipp]) {
    const derniere = await db
      .selectFrom('admission')
      .select('document')
      .where('ipp', '=', suivi)
      .orderBy('rang', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (derniere) await indexerPatient(db, relireAdmission(derniere))
    else await oublierPatient(db, suivi)
  }
}
