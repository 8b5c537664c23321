import type { Admission } from '#domain/admission/admission.ts'
import { clesDeNom } from '#domain/doublons/cles.ts'
import type { Critere } from '#domain/doublons/critere.ts'
import { patientConnuDe, type PatientConnu } from '#domain/doublons/patient-connu.ts'
import { PATIENTS_PAR_PAGE, type DepotPatients } from '#services/coffre/depot-patients.ts'

/** The patients a test makes known, and how long the base takes to answer about them. */
export interface KnownPatients extends DepotPatients {
  connaitre(...admissions: readonly Admission[]): void
  /** From now on each answer waits until the test lets it go; returns what lets them all go. */
  retenir(): () => void
}

/** A base in memory: every patient is a candidate, since the rules alone decide who is shown. */
export function createKnownPatients(): KnownPatients {
  const connues: Admission[] = []
  let porte: Promise<void> = Promise.resolve()
  const connus = async (garder: (patient: PatientConnu) => boolean): Promise<readonly PatientConnu[]> => {
    const trouves = connues.map(patientConnuDe).filter(garder)
    await porte
    return trouves
  }
  return {
    connaitre: (...admissions) => void connues.push(...admissions),
    retenir: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      porte = promise
      return resolve
    },
    chercher: async (critere) => {
      const patients = await connus((patient) => designe(critere, patient))
      return { patients: patients.slice(0, PATIENTS_PAR_PAGE), reste: patients.length > PATIENTS_PAR_PAGE }
    },
    candidats: () => connus(() => true),
    derniereAdmission: async (ipp) => connues.findLast((admission) => admission.ipp === ipp) ?? null,
    porteurs: async () => [],
  }
}

function designe(critere: Critere, { traits, ins }: PatientConnu): boolean {
  if (critere.par === 'matricule') return ins?.matricule === critere.matricule
  const commence = (debut: string, ...noms: readonly (string | null)[]): boolean =>
    debut === '' || noms.some((nom) => clesDeNom(nom ?? '').some((cle) => cle.startsWith(debut)))
  return (
    (critere.dateNaissance === null || critere.dateNaissance === traits.dateNaissance) &&
    commence(critere.nom, traits.nomNaissance, traits.nomUtilise) &&
    commence(critere.prenom, traits.prenomsNaissance, traits.prenomUtilise)
  )
}
