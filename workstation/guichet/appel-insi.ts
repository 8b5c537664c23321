import type { DemandeInsi } from '#domain/insi/demande.ts'

/** One deliberate call: for which admission, under which identifier, asking what. */
export interface AppelInsi {
  readonly appelId: string
  readonly admission: string
  readonly demande: DemandeInsi
}
