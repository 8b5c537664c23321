import type { Jour } from '../identite/date-naissance.ts'
import { estEchu } from '../identite/echeance.ts'
import type { Admission } from './admission.ts'
import { faitInsiDe } from './lectures.ts'

/** Why an identity is to be verified again. */
export type CauseVerification = 'delai' | 'etat-civil'

/** Why the INS of this patient is to be verified, by the day INSi last gave it; null when it is not. Source: RNIV 1, ID-17. */
export function causeVerification(
  admission: Admission,
  aujourdhui: Jour,
  ans: number,
): CauseVerification | null {
  const fait = faitInsiDe(admission)
  if (fait === null) return null
  if (admission.suivi.etatCivil !== null) return 'etat-civil'
  return estEchu(fait.date, ans, aujourdhui) ? 'delai' : null
}

/** Why the document is to be seen again: seen before the civil status changed, or long ago; a hint, the fact stands. */
export function pieceARevoir(
  { piece, suivi }: Admission,
  aujourdhui: Jour,
  ans: number,
): CauseVerification | null {
  if (piece === null) return null
  if (suivi.etatCivil !== null && piece.date < suivi.etatCivil) return 'etat-civil'
  return estEchu(piece.date, ans, aujourdhui) ? 'delai' : null
}
