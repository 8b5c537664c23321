import type { AppelDiffere } from '#domain/admission/appel-differe.ts'

/** A call put off that has not left. */
export interface AppelEnAttente extends Pick<AppelDiffere, 'par' | 'le'> {
  readonly admission: string
  /** The patient came again since: the call of this visit has no use any more. */
  readonly revenu: boolean
}

/** The calls put off, kept up to date by the admissions as they are saved: what was marked as sent stays so whatever stops the workstation. */
export interface DepotDifferes {
  /** Those that wait, oldest first. */
  enAttente(): Promise<readonly AppelEnAttente[]>
  /** The admissions whose call left and did not come back. */
  partis(): Promise<readonly string[]>
  /** How many wait, and how many await a person. */
  compter(): Promise<{ readonly enAttente: number; readonly aRevoir: number }>
}
