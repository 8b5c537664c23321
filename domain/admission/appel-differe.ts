/**
 * A call put off until INSi answers again: one act of one agent for this visit, replayed once, then looked at by a person. An
 * interrupted replay is looked at too: its outcome is unknown, and it is never made again by itself. Source: CNIL, un appel par acte.
 */
export interface AppelDiffere {
  /** Who asked for it. */
  readonly par: string
  /** When, ISO 8601 UTC. */
  readonly le: string
  readonly etat: 'en-attente' | 'envoye' | 'a-revoir'
}

/** Why a call put off will not be made. */
export type CauseAnnulation =
  'agent' | 'appel' | 'ins' | 'attribut' | 'circonstance' | 'venue-retiree' | 'patient-revenu'
