import type { Jour } from './date-naissance.ts'
import type { Sexe } from './sexe.ts'

/** Strict traits of an identity, RNIV spelling. Source: RNIV 1, list of strict traits. */
export interface TraitsStricts {
  readonly nomNaissance: string
  readonly prenomsNaissance: string
  readonly premierPrenom: string
  readonly sexe: Sexe
  readonly dateNaissance: Jour
  readonly lieuNaissance: string
}

/** Complementary traits: null means "not collected", never a copy of the birth trait. Source: EXI ID 08, EXI PP 17/18. */
export interface TraitsUtilises {
  readonly nomUtilise: string | null
  readonly prenomUtilise: string | null
}

export type Trait = keyof TraitsStricts | keyof TraitsUtilises

/** Order of the traits on a document and on the screen. */
export const TRAITS = [
  'nomNaissance',
  'prenomsNaissance',
  'premierPrenom',
  'sexe',
  'dateNaissance',
  'lieuNaissance',
  'nomUtilise',
  'prenomUtilise',
] as const satisfies readonly Trait[]

export const TRAITS_STRICTS = [
  'nomNaissance',
  'prenomsNaissance',
  'premierPrenom',
  'sexe',
  'dateNaissance',
  'lieuNaissance',
] as const satisfies readonly (keyof TraitsStricts)[]

export const LIBELLES_TRAITS: Readonly<Record<Trait, string>> = {
  nomNaissance: 'Nom de naissance',
  prenomsNaissance: 'Prénoms de naissance',
  premierPrenom: 'Premier prénom',
  sexe: 'Sexe',
  dateNaissance: 'Date de naissance',
  lieuNaissance: 'Lieu de naissance',
  nomUtilise: 'Nom utilisé',
  prenomUtilise: 'Prénom utilisé',
}

export const estTraitStrict = (trait: Trait): trait is keyof TraitsStricts =>
  trait !== 'nomUtilise' && trait !== 'prenomUtilise'
