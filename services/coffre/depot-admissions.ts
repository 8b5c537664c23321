import type { Admission } from '#domain/admission/admission.ts'

/** What reading the store may give of an admission. */
interface LectureAdmissions {
  /** The last opened admission not yet closed, of this agent when one is given; it survives a stop of the workstation. */
  ouverte(agent?: string): Promise<Admission | null>
  parId(id: string): Promise<Admission | null>
}

/** A hold on an admission, which lapses by itself when nobody renews it: a desk that dies holds nobody up for long. */
export interface Prise {
  readonly par: string
  /** Instants, ISO 8601 UTC. */
  readonly maintenant: string
  readonly jusqua: string
}

export interface DepotAdmissions extends LectureAdmissions {
  /** Saves the whole admission, or nothing: once the promise is kept, neither kill -9 nor a power cut undoes it. */
  enregistrer(admission: Admission): Promise<void>
  /** Takes or keeps a saved admission for one person, at once and alone; otherwise tells who holds it. */
  prendre(id: string, prise: Prise): Promise<string | null>
  /** Gives back what this person held. */
  rendre(id: string, par: string): Promise<void>
}
