import { phrasesAdministration } from './phrases-administration.ts'
import { phrasesCartes } from './phrases-cartes.ts'
import { phrasesConnexion } from './phrases-connexion.ts'
import { phrasesCopies } from './phrases-copies.ts'
import { phrasesCpx } from './phrases-cpx.ts'
import { phrasesDroits } from './phrases-droits.ts'
import { phrasesEchanges } from './phrases-echanges.ts'
import { phrasesIdentite } from './phrases-identite.ts'
import { phrasesInsi } from './phrases-insi.ts'
import { phrasesPoste } from './phrases-poste.ts'
import { phrasesReseau } from './phrases-reseau.ts'
import { phrasesTravail } from './phrases-travail.ts'
import { typographier } from './typographie.ts'

/** Every refusal a user, a card or a network can cause, with the French sentence shown for it. */
export const phrases = {
  ...phrasesIdentite,
  ...phrasesCartes,
  ...phrasesCpx,
  ...phrasesInsi,
  ...phrasesReseau,
  ...phrasesPoste,
  ...phrasesDroits,
  ...phrasesTravail,
  ...phrasesEchanges,
  ...phrasesAdministration,
  ...phrasesConnexion,
  ...phrasesCopies,
} as const

export type CodeRefus = keyof typeof phrases

/** A refusal as a value: its code, and the field or component it concerns when there is one. Never identity data. */
export interface Refus {
  readonly code: CodeRefus
  readonly champ?: string
}

export const refuser = (code: CodeRefus, champ?: string): Refus =>
  champ === undefined ? { code } : { code, champ }

/** The sentence an agent reads: what happened, why, and what to do. */
export const phraseDe = (refus: { readonly code: CodeRefus }): string => typographier(phrases[refus.code])

export const estCodeRefus = (code: string): code is CodeRefus => Object.hasOwn(phrases, code)
