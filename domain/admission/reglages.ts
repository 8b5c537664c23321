import { COPIES_PAR_DEFAUT, type ReglagesCopies } from '../copies/reglages-copies.ts'
import { CONTEXTE_ECARTS } from '../ecarts/comparer.ts'
import type { ContexteEcarts } from '../ecarts/paire.ts'
import { CATALOGUE_PAR_DEFAUT, type CataloguePieces } from '../identite/catalogue-pieces.ts'
import { REVERIFICATION_ANS } from '../identite/echeance.ts'
import { NOMS_ABSENTS, type NomsAbsents } from '../identite/nom-absent.ts'
import { SANS_CHOIX, type ChoixVenue } from './venue.ts'

/** What an establishment decides where RNIV leaves it a choice, or where its text could not be read. */
export interface ReglagesAdmission {
  readonly pieces: CataloguePieces
  /** A document past its last day: recorded with a warning, or refused. No source settles it. */
  readonly piecePerimee: 'avertir' | 'refuser'
  /** What is kept of the copies of documents, and how long. */
  readonly copies: ReglagesCopies
  /** Written when the civil status has no name, or no given name. */
  readonly absents: NomsAbsents
  /** How differences are judged, and what is known of places. */
  readonly ecarts: ContexteEcarts
  /** Conventional traits of a patient nobody can name yet. */
  readonly nonIdentifie: NomsAbsents
  /** Conventional traits of a patient who asked for secrecy. */
  readonly anonyme: NomsAbsents
  /** The sites, sectors and admission types a visit may be given. */
  readonly venues: ChoixVenue
  /** Years after which an identity is verified again. Source: RNIV 1, ID-17. */
  readonly reverificationAns: number
  /** Whether the INS carried by the Appli carte Vitale counts here; no reader gives it to a desk yet. Source: RNIV 1 v2.0 §4.3.4. */
  readonly appliVitale: boolean
  /** Visits prepared at once, at most: the CNIL only admits a limited list. Source: ID-15. */
  readonly preadmissionsMax: number
}

export const REGLAGES_PAR_DEFAUT: ReglagesAdmission = {
  pieces: CATALOGUE_PAR_DEFAUT,
  piecePerimee: 'avertir',
  copies: COPIES_PAR_DEFAUT,
  absents: NOMS_ABSENTS,
  ecarts: CONTEXTE_ECARTS,
  nonIdentifie: { nom: 'INCONNU', prenom: 'INCONNU' },
  anonyme: { nom: 'ANONYME', prenom: 'ANONYME' },
  venues: SANS_CHOIX,
  reverificationAns: REVERIFICATION_ANS.defaut,
  appliVitale: false,
  preadmissionsMax: 50,
}
