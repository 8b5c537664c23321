import { sql, type Kysely, type RawBuilder } from 'kysely'
import { inverser } from '#domain/doublons/accord.ts'
import type { Critere } from '#domain/doublons/critere.ts'
import { patientConnuDe, type PatientConnu } from '#domain/doublons/patient-connu.ts'
import { sonsDe, type ClePatient } from '../cles-patient.ts'
import { PATIENTS_PAR_PAGE, type DepotPatients } from '../depot-patients.ts'
import { relireAdmission } from './relire-admission.ts'
import type { SchemaCoffre } from './schema.ts'

/** Candidates compared at once, far more than a person has doubles. */
const CANDIDATS_MAX = 100

export const patientsSqlite = (db: Kysely<SchemaCoffre>): DepotPatients => ({
  async chercher(critere) {
    const ipps = await designes(db, critere)
    const patients = await connus(db, ipps.slice(0, PATIENTS_PAR_PAGE))
    return { patients, reste: ipps.length > PATIENTS_PAR_PAGE }
  },

  async candidats(traits, ins) {
    const requetes = [
      traits.dateNaissance && parDates(db, [traits.dateNaissance, inverser(traits.dateNaissance)]),
      ...sonsDe(traits).map((son) => parCle(db, { champ: 'son', cle: son })),
      ins && parMatricule(db, ins.matricule),
    ].filter((requete) => requete !== null && requete !== '')
    const lignes = await Promise.all(requetes.map((requete) => requete.limit(CANDIDATS_MAX).execute()))
    return connus(db, [...new Set(lignes.flat().map(({ ipp }) => ipp))])
  },

  async derniereAdmission(ipp) {
    const ligne = await db
      .selectFrom('patient')
      .innerJoin('admission', 'admission.id', 'patient.admission_id')
      .select('admission.document')
      .where('patient.ipp', '=', ipp)
      .executeTakeFirst()
    return ligne ? relireAdmission(ligne) : null
  },

  async porteurs({ matricule, oid }) {
    const lignes = await parMatricule(db, matricule).where('oid', '=', oid).execute()
    return lignes.map(({ ipp }) => ipp)
  },
})

/** The patients a search designates, one more than a page to know whether there are others. */
async function designes(db: Kysely<SchemaCoffre>, critere: Critere): Promise<readonly string[]> {
  const limite = PATIENTS_PAR_PAGE + 1
  if (critere.par === 'matricule')
    return ippsDe(await parMatricule(db, critere.matricule).limit(limite).execute())
  const { nom, prenom, dateNaissance } = critere
  if (dateNaissance === null) return parNomSeul(db, nom, prenom, limite)
  let requete = parDates(db, [dateNaissance])
  if (nom !== '') requete = requete.where(aUneCle('nom', nom))
  if (prenom !== '') requete = requete.where(aUneCle('prenom', prenom))
  return ippsDe(await requete.orderBy('ipp').limit(limite).execute())
}

/** Walks the names in order and stops at a page: the whole of a common name is never read. */
async function parNomSeul(
  db: Kysely<SchemaCoffre>,
  nom: string,
  prenom: string,
  limite: number,
): Promise<readonly string[]> {
  let requete = db
    .selectFrom('patient_cle as patient')
    .select('patient.ipp')
    .distinct()
    .where('patient.champ', '=', 'nom')
    .where('patient.cle', '>=', nom)
    .where('patient.cle', '<', finDe(nom))
  if (prenom !== '') requete = requete.where(aUneCle('prenom', prenom))
  return ippsDe(await requete.limit(limite).execute())
}

const parDates = (db: Kysely<SchemaCoffre>, dates: readonly string[]) =>
  db.selectFrom('patient').select('patient.ipp').where('patient.date_naissance', 'in', dates)

const parMatricule = (db: Kysely<SchemaCoffre>, matricule: string) =>
  db.selectFrom('patient').select('patient.ipp').where('patient.matricule', '=', matricule)

const parCle = (db: Kysely<SchemaCoffre>, { champ, cle }: ClePatient) =>
  db
    .selectFrom('patient_cle as patient')
    .select('patient.ipp')
    .where('patient.champ', '=', champ)
    .where('patient.cle', '=', cle)

/** Keeps the patients with a key of this kind that begins so. */
const aUneCle = (champ: ClePatient['champ'], debut: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from patient_cle as c where c.ipp = patient.ipp and c.champ = ${champ}
    and c.cle >= ${debut} and c.cle < ${finDe(debut)})`

/** The first text after all those that begin so: keys only hold letters A to Z. */
const finDe = (debut: string): string => `${debut}[`

/** The patients of these numbers, in the order of their names. */
async function connus(db: Kysely<SchemaCoffre>, ipps: readonly string[]): Promise<readonly PatientConnu[]> {
  if (ipps.length === 0) return []
  const lignes = await db
    .selectFrom('patient')
    .innerJoin('admission', 'admission.id', 'patient.admission_id')
    .select('admission.document')
    .where('patient.ipp', 'in', ipps)
    .execute()
  return lignes.map((ligne) => patientConnuDe(relireAdmission(ligne))).sort(parOrdreDeNom)
}

const parOrdreDeNom = (a: PatientConnu, b: PatientConnu): number => (ordre(a) < ordre(b) ? -1 : 1)

const ordre = ({ traits, ipp }: PatientConnu): string =>
  [traits.nomNaissance, traits.premierPrenom, traits.dateNaissance, ipp].join(' ')

const ippsDe = (lignes: readonly { readonly ipp: string }[]): readonly string[] =>
  lignes.map(({ ipp }) => ipp)
