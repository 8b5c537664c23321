import type { Kysely } from 'kysely'
import type { Admission } from '#domain/admission/admission.ts'
import { patientConnuDe } from '#domain/doublons/patient-connu.ts'
import { clesDuPatient } from '../cles-patient.ts'
import type { SchemaCoffre } from './schema.ts'

/** Makes a patient findable as this admission leaves him, in place of what was kept of him. */
export async function indexerPatient(db: Kysely<SchemaCoffre>, admission: Admission): Promise<void> {
  const { ipp, traits, ins } = patientConnuDe(admission)
  await oublierPatient(db, ipp)
  await db
    .insertInto('patient')
    .values({
      ipp,
      admission_id: admission.id,
      date_naissance: traits.dateNaissance,
      matricule: ins?.matricule ?? null,
      oid: ins?.oid ?? null,
    })
    .execute()
  const cles = clesDuPatient(traits)
  if (cles.length > 0)
    await db
      .insertInto('patient_cle')
      .values(cles.map(({ champ, cle }) => ({ champ, cle, ipp })))
      .execute()
}

export async function oublierPatient(db: Kysely<SchemaCoffre>, ipp: string): Promise<void> {
  await db.deleteFrom('patient_cle').where('ipp', '=', ipp).execute()
  await db.deleteFrom('patient').where('ipp', '=', ipp).execute()
}
