import type { Trait } from './traits.ts'

/** What is written when the civil status has no name, or no given name. The literal is not sourced: a site may change it. */
export interface NomsAbsents {
  readonly nom: string
  readonly prenom: string
}

export const NOMS_ABSENTS: NomsAbsents = { nom: 'SANS NOM', prenom: 'SANS PRENOM' }

/** The literal a lone hyphen stands for in a birth name or given name; null for any other text. */
export function nomAbsent(trait: Trait, saisie: string, absents: NomsAbsents): string | null {
  if (saisie.trim() !== '-') return null
  if (trait === 'nomNaissance') return absents.nom
  return trait === 'prenomsNaissance' || trait === 'premierPrenom' ? absents.prenom : null
}
