import { piecesPour, type CataloguePieces } from '../identite/catalogue-pieces.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { ageLe } from '../identite/naissance.ts'
import { estPerimee, typePiece, type PieceVue, type PublicPiece } from '../identite/piece.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import type { Admission } from './admission.ts'
import { identiteDe } from './lectures.ts'
import type { ReglagesAdmission } from './reglages.ts'
import { journaliser, passer, type Issue } from './transition.ts'

const MAJORITE = 18

/** The documents this patient may present, as the site proposes them; by age, and by the circumstance. Source: RNIV 1 §3.3.3. */
export const piecesDuPatient = (
  admission: Admission,
  aujourdhui: Jour,
  { pieces }: Pick<ReglagesAdmission, 'pieces'>,
): CataloguePieces => piecesPour(pieces, publicDe(admission, aujourdhui))

/**
 * A document was checked in person against complete traits; its type, its trust that day and its last day are recorded.
 * Refusals `piece/*`, `admission/traits-incomplets`. Source: EXI PP 09, EXI SI 10.
 */
export function enregistrerPiece(
  admission: Admission,
  piece: PieceVue,
  aujourdhui: Jour,
  reglages: ReglagesAdmission,
): Issue {
  const connu = typePiece(piece.type)
  if (!connu || !reglages.pieces.some(({ code }) => code === piece.type))
    return echec(refuser('piece/type-inconnu'))
  if (piece.date > aujourdhui) return echec(refuser('piece/date'))
  if (identiteDe(admission) === null) return echec(refuser('admission/traits-incomplets'))
  const type = piecesDuPatient(admission, aujourdhui, reglages).find(({ code }) => code === piece.type)
  if (!type) return echec(refuser('piece/reservee'))
  const { probante: _sujetDuSite, ...vue } = { ...piece, date: jourDePresentation(admission.piece, piece) }
  if (estPerimee(vue) && reglages.piecePerimee === 'refuser') return echec(refuser('piece/perimee'))
  const local = type.hauteConfiance === connu.hauteConfiance ? {} : { probante: type.hauteConfiance }
  return passer(
    { ...admission, piece: { ...vue, ...local } },
    journaliser({ acte: piece.aValider ? 'piece-presentee' : 'piece-enregistree', piece: piece.type }),
  )
}

export function retirerPieceVue(admission: Admission): Issue {
  if (admission.piece === null) return echec(refuser('admission/etape'))
  return passer({ ...admission, piece: null }, journaliser({ acte: 'piece-retiree', cause: 'agent' }))
}

/** Checking a document left as a trace keeps the day it was presented. Source: EXI SI 10. */
const jourDePresentation = (trace: PieceVue | null, piece: PieceVue): Jour =>
  trace?.aValider && trace.type === piece.type ? trace.date : piece.date

/** A known birth date decides; the circumstance speaks while it is not known, and for residents of nursing homes. */
function publicDe({ saisie, circonstance }: Admission, aujourdhui: Jour): PublicPiece {
  const naissance = saisie.dateNaissance?.valeur
  if (naissance ? ageLe(naissance, aujourdhui) < MAJORITE : circonstance === 'mineur') return 'mineur'
  return circonstance === 'ehpad' ? 'ehpad' : 'tous'
}
