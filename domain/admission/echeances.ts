import type { Jour } from '../identite/date-naissance.ts'
import { estEchu } from '../identite/echeance.ts'
import type { Admission } from './admission.ts'
import { faitInsiDe } from './lectures.ts'

/** Why INSi is to be asked again about an identity. */
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

/** Tells whether the document is to be seen again: long ago, or before the civil status changed; a hint, the fact stands. */
export function pieceARevoir({ piece, suivi }: Admission, aujourdhui: Jour, ans: number): boolean {
  if (piece === null) return false
  return (suivi.etatCivil !== null && piece.date < suivi.etatCivil) || estEchu(piece.date, ans, aujourdhui)
}
