import type { Admission } from '#domain/admission/admission.ts'

/** What reading the store may give of an admission. */
interface LectureAdmissions {
  /** The last opened admission not yet closed, of this agent when one is given; it survives a stop of the workstation. */
  ouverte(agent?: string): Promise<Admission | null>
  parId(id: string): Promise<Admission | null>
}

export interface DepotAdmissions extends LectureAdmissions {
  /** Saves the whole admission, or nothing: once the promise is kept, neither kill -9 nor a power cut undoes it. */
  enregistrer(admission: Admission): Promise<void>
}
