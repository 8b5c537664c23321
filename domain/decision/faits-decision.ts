import type { Essai } from '../insi/plan-relances.ts'

/** Why a file is handed to the INS referent; a list, so that no identity is ever typed into the journal. */
export const MOTIFS_TRANSFERT = {
  'ecart-majeur': 'Écart majeur entre la pièce et INSi',
  'aucune-identite': 'INSi ne trouve personne',
  'plusieurs-identites': 'INSi trouve plusieurs personnes',
  doute: 'Doute sur l’identité retournée par INSi',
} as const

export type MotifTransfert = keyof typeof MOTIFS_TRANSFERT

/** The notices handed to the patient. Only he may ask INSEE for a correction, or have his document renewed. */
export const NOTICES = {
  insee: 'Notice INSEE : rectifier l’état civil',
  piece: 'Notice : renouveler la pièce d’identité',
} as const

export type Notice = keyof typeof NOTICES

/** What the decision tree remembers besides the admission: enough for another person to take it up where it stands. */
export interface FaitsDecision {
  readonly essais: readonly Essai[]
  /** The birth name the agent checked on the document after INSi found nobody; another name asks again. */
  readonly nomVerifie: string | null
  readonly transfert: MotifTransfert | null
  readonly notices: readonly Notice[]
}

export const DECISION_VIERGE: FaitsDecision = { essais: [], nomVerifie: null, transfert: null, notices: [] }
