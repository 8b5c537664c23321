import type { Jour } from '../identite/date-naissance.ts'

/** What a site decides of the copies it keeps. */
export interface ReglagesCopies {
  /** Largest file taken, in bytes. */
  readonly octetsMax: number
  /** Years a copy is kept after the last visit of its patient, from 1 to 5. Source: DMN INS 46. */
  readonly conservationAns: number
}

/** Largest file a message to the workstation can carry, whatever a site allows, in bytes. */
export const FICHIER_MAX_OCTETS = 12 * 1024 * 1024

export const COPIES_PAR_DEFAUT: ReglagesCopies = { octetsMax: 10 * 1024 * 1024, conservationAns: 5 }

/** The first day a last visit may have for its copies to be still kept today; earlier ones are to be erased. */
export const premierJourConserve = (aujourdhui: Jour, { conservationAns }: ReglagesCopies): Jour =>
  `${String(Number(aujourdhui.slice(0, 4)) - conservationAns).padStart(4, '0')}${aujourdhui.slice(4)}`
