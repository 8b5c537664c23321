import type { Gravite } from './ecart.ts'
import type { Partie } from './partie.ts'

/** What the other traits of a case say; they are the same on both sides unless said otherwise. */
export interface EntourageDuCas {
  readonly premier?: Partial<Partie>
  readonly second?: Partial<Partie>
}

/** A named difference: two values of one trait, the verdict and the rule expected. */
export type CasDeReference = readonly [
  titre: string,
  premier: string,
  second: string,
  gravite: Gravite,
  regle: string,
  entourage?: EntourageDuCas,
]

/** An invented person, the same on both sides of every case but for the trait it is about. */
export const PERSONNE_DU_CAS: Omit<Partie, 'source'> = {
  nomNaissance: 'LE GOFF',
  prenomsNaissance: 'SOLENE LOUISE ANNE',
  sexe: 'F',
  dateNaissance: '1984-05-17',
  lieuNaissance: '35238',
}
