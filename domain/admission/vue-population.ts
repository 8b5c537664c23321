import type { Jour } from '../identite/date-naissance.ts'
import { anciensMatricules, type AncienMatricule } from '../identite/historique-matricules.ts'
import { convertirDateInsi, lireNaissance } from '../identite/naissance.ts'
import type { NomsAbsents } from '../identite/nom-absent.ts'
import { estPerimee, type TypePiece } from '../identite/piece.ts'
import type { Admission, ChampSaisi } from './admission.ts'
import { piecesDuPatient } from './controler-piece.ts'
import { statutAdmission } from './lectures.ts'
import type { ReglagesAdmission } from './reglages.ts'

/** A document the screen may propose to this patient. */
export type PieceProposee = Pick<TypePiece, 'code' | 'libelle' | 'hauteConfiance' | 'numerique'>

/** What is particular to this patient: who he is, what his date is worth, what he may present. */
export interface VuePopulation extends Pick<Admission, 'circonstance' | 'mereIpp'> {
  /** The birth date was completed by the table of uncertain dates, or marked so. Source: EXI ID 11. */
  readonly dateIncertaine: boolean
  /** The date as the card or the agent gave it, where it is not a day of the calendar. Source: EXI ID 12. */
  readonly dateFacturation: string | null
  readonly pieces: readonly PieceProposee[]
  readonly piecePerimee: boolean
  readonly absents: NomsAbsents
  /** Shown with the number, and like it only when qualified. Source: EXI REC 08, EXI SI 08. */
  readonly anciensMatricules: readonly AncienMatricule[]
}

export function vuePopulation(
  admission: Admission,
  aujourdhui: Jour,
  reglages: ReglagesAdmission,
): VuePopulation {
  const { circonstance, mereIpp, dateCarte, piece, interrogation } = admission
  const saisie = interrogation.etat === 'acceptee' ? interrogation.avant : admission.saisie
  return {
    circonstance,
    mereIpp,
    dateIncertaine: estIncertaine(admission.saisie.dateNaissance, aujourdhui),
    dateFacturation: dateCarte ?? datePartielle(saisie.dateNaissance, aujourdhui),
    pieces: piecesDuPatient(admission, aujourdhui, reglages).map(
      ({ code, libelle, hauteConfiance, numerique }) => ({ code, libelle, hauteConfiance, numerique }),
    ),
    piecePerimee: piece !== null && estPerimee(piece),
    absents: reglages.absents,
    anciensMatricules:
      interrogation.etat === 'acceptee' && statutAdmission(admission) === 'qualifiee'
        ? anciensMatricules(interrogation.identite, admission.suivi.anciens)
        : [],
  }
}

/** Read off the text itself, typed or returned by INSi: the flag can then never disagree with the date. */
function estIncertaine(champ: ChampSaisi | null, aujourdhui: Jour): boolean {
  if (champ === null || champ.valeur === null) return false
  const lue = lireNaissance(champ.brut, aujourdhui)
  return lue.ok ? lue.value.incertaine : (convertirDateInsi(champ.brut, aujourdhui)?.incertaine ?? false)
}

const datePartielle = (champ: ChampSaisi | null, aujourdhui: Jour): string | null =>
  champ !== null && estIncertaine(champ, aujourdhui) ? champ.brut : null
