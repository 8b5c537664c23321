/** Why a copy is looked at; a list, so that no identity is ever typed into the journal. Source: RNIV, copies of identity documents. */
export const MOTIFS_CONSULTATION = {
  validation: 'Valider une pièce présentée à l’accueil',
  'ecart-insi': 'Traiter un écart avec la réponse d’INSi',
  doublon: 'Instruire un doublon ou une collision',
  anomalie: 'Traiter une autre anomalie d’identité',
  patient: 'Répondre à une demande du patient',
} as const

export type MotifConsultation = keyof typeof MOTIFS_CONSULTATION
