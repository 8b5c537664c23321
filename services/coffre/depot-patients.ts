import type { Admission } from '#domain/admission/admission.ts'
import type { Critere } from '#domain/doublons/critere.ts'
import type { PatientConnu, TraitsLus } from '#domain/doublons/patient-connu.ts'
import type { Ins } from '#domain/identite/identite.ts'

/** One page of a search; `reste` tells that there are more, so that the agent narrows his search. */
export interface PagePatients {
  readonly patients: readonly PatientConnu[]
  readonly reste: boolean
}

/**
 * The patients met at this desk, each as his last visit left him. Kept up to date by the admissions as they are saved. Names are
 * compared letter by letter, separators ignored, birth and used names alike. Source: EXI SI 01 to EXI SI 04.
 */
export interface DepotPatients {
  /** The patients a search designates, in the order of their names. */
  chercher(critere: Critere): Promise<PagePatients>
  /** The patients worth comparing with this person: same date or day and month swapped, same sound of name and given name, same number. */
  candidats(traits: TraitsLus, ins: Ins | null): Promise<readonly PatientConnu[]>
  /** The last admission of a patient, with the facts recorded about him. */
  derniereAdmission(ipp: string): Promise<Admission | null>
  /** The patients who bear this number as their active one. */
  porteurs(ins: Ins): Promise<readonly string[]>
}

/** Patients shown at once: what an agent can read without scrolling far. */
export const PATIENTS_PAR_PAGE = 20
