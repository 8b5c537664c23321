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

/** How the second level leaves a file it cannot complete; a list, so that no identity is ever typed into the journal. */
export const CONCLUSIONS = {
  'piece-a-presenter': { issue: 'renvoyee', libelle: 'Présenter de nouveau la pièce d’identité' },
  'traits-a-relire': { issue: 'renvoyee', libelle: 'Relire les traits sur la pièce, avec le patient' },
  'nom-naissance-a-relire': { issue: 'renvoyee', libelle: 'Vérifier le nom de naissance sur la pièce' },
  'enquete-etat-civil': { issue: 'mise-de-cote', libelle: 'Enquête en cours auprès de l’état civil' },
  'patient-a-joindre': { issue: 'mise-de-cote', libelle: 'Patient à joindre avant de conclure' },
  'sans-ins': { issue: 'mise-de-cote', libelle: 'Identité conservée sans INS' },
} as const satisfies Readonly<
  Record<string, { readonly issue: 'renvoyee' | 'mise-de-cote'; readonly libelle: string }>
>

export type Conclusion = keyof typeof CONCLUSIONS

/** What the decision tree remembers besides the admission: enough for another person to take it up where it stands. */
export interface FaitsDecision {
  readonly essais: readonly Essai[]
  /** The birth name the agent checked on the document after INSi found nobody; another name asks again. */
  readonly nomVerifie: string | null
  readonly transfert: MotifTransfert | null
  readonly notices: readonly Notice[]
  /** What the second level said of the file; its facts changing make it void. */
  readonly conclusion: Conclusion | null
}

export const DECISION_VIERGE: FaitsDecision = {
  essais: [],
  nomVerifie: null,
  transfert: null,
  notices: [],
  conclusion: null,
}
