import type { Admission } from '../admission/admission.ts'
import { faitInsiDe, statutAdmission } from '../admission/lectures.ts'
import type { Attributs } from '../identite/attributs.ts'
import type { Ins } from '../identite/identite.ts'
import type { Statut } from '../identite/statut.ts'
import { TRAITS, type Trait } from '../identite/traits.ts'

/** Traits as far as they are known; an unknown or refused one is null. */
export type TraitsLus = Readonly<Record<Trait, string | null>>

/** A patient the desk has already met, as his last visit left him. An identity (IPP) outlives its visits (NDA). */
export interface PatientConnu {
  readonly ipp: string
  /** Instant his last visit was opened, ISO 8601 UTC. */
  readonly derniereVenue: string
  readonly traits: TraitsLus
  readonly statut: Statut
  readonly attributs: Attributs
  readonly ins: Ins | null
}

/** The traits of a form that have a lawful value. */
export const traitsLus = ({ saisie }: Pick<Admission, 'saisie'>): TraitsLus =>
  Object.fromEntries(TRAITS.map((trait) => [trait, saisie[trait]?.valeur ?? null])) as TraitsLus

export const patientConnuDe = (admission: Admission): PatientConnu => ({
  ipp: admission.ipp,
  derniereVenue: admission.ouverteLe,
  traits: traitsLus(admission),
  statut: statutAdmission(admission),
  attributs: admission.attributs,
  ins: faitInsiDe(admission)?.ins ?? null,
})
