import type { Doublon } from './doublon.ts'
import type { PatientConnu } from './patient-connu.ts'

/** A known patient as a screen may know him: never his number. Source: EXI SI 08. */
export type PatientMontre = Omit<PatientConnu, 'ins'>

export interface DoublonMontre extends Omit<Doublon, 'patient'> {
  readonly patient: PatientMontre
}

/** What the base says of the person at the desk. Names its admission, so that a late one is never shown for the next patient. */
export interface VueAntecedents {
  readonly admission: string
  readonly etat: 'rien-a-chercher' | 'en-cours' | 'faite' | 'en-echec'
  readonly doublons: readonly DoublonMontre[]
}

export const montrerPatient = ({
  ipp,
  derniereVenue,
  traits,
  statut,
  attributs,
}: PatientConnu): PatientMontre => ({
  ipp,
  derniereVenue,
  traits,
  statut,
  attributs,
})

export const montrerDoublon = ({ patient, ...doublon }: Doublon): DoublonMontre => ({
  ...doublon,
  patient: montrerPatient(patient),
})
