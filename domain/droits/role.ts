import { enPhrase } from './en-phrase.ts'

/** Who works on identities, from the first level up. Source: the four organisation models of the deployment guide. */
export const ROLES = ['agent', 'referent', 'civ', 'responsable', 'informatique'] as const

export type Role = (typeof ROLES)[number]

export const LIBELLES_ROLE: Readonly<Record<Role, string>> = {
  agent: 'Agent d’admission',
  referent: 'Référent INS',
  civ: 'Cellule d’identitovigilance',
  responsable: 'Responsable de l’accueil',
  informatique: 'Informatique',
}

/** A role within a sentence. */
export const roleEnPhrase = (role: Role): string => enPhrase(LIBELLES_ROLE[role])
