import { PAGES_MAX, type Copie } from '../copies/copie.ts'
import type { MotifConsultation } from '../copies/motifs-consultation.ts'
import { premierJourConserve } from '../copies/reglages-copies.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import type { Admission } from './admission.ts'
import type { Evenement } from './evenement.ts'
import type { PageGardee } from './page-gardee.ts'
import type { ReglagesAdmission } from './reglages.ts'
import { journaliser, passer, type Issue, type Transition } from './transition.ts'

/** What is done with the copy of a document. */
export type EvenementCopie = Extract<Evenement, { type: 'copie-jointe' | 'copie-consultee' }>

export const estDeCopie = (evenement: Evenement): evenement is EvenementCopie =>
  evenement.type === 'copie-jointe' || evenement.type === 'copie-consultee'

export const copierPiece = (admission: Admission, evenement: EvenementCopie): Issue =>
  evenement.type === 'copie-jointe'
    ? joindreCopie(admission, evenement.pages)
    : consulterCopie(admission, evenement.page, evenement.motif)

/** Pages of the document recorded are joined to it. Refusals `admission/etape`, `copie/trop-de-pages`. Source: ID-19. */
function joindreCopie(admission: Admission, pages: readonly PageGardee[]): Issue {
  const { piece } = admission
  if (piece === null) return echec(refuser('copie/sans-piece'))
  if (admission.copies.length + pages.length > PAGES_MAX) return echec(refuser('copie/trop-de-pages'))
  const copies = pages.map((page) => ({ ...page, piece: piece.type, admission: admission.id }))
  return passer(
    { ...admission, copies: [...admission.copies, ...copies] },
    ...copies.map((copie) =>
      journaliser({ acte: 'copie-jointe', copie: copie.id, piece: copie.piece, octets: copie.octets }),
    ),
  )
}

/** Someone looks at one page: it leaves a line before the page leaves the store. Source: DMN INS 46. */
function consulterCopie(admission: Admission, page: number, motif: MotifConsultation): Issue {
  const copie = admission.copies[page]
  return copie
    ? passer(admission, journaliser({ acte: 'copie-consultee', copie: copie.id, motif }))
    : echec(refuser('copie/absente'))
}

/**
 * A copy never outlives the record of its document: withdrawn, replaced, or checked against traits that have changed, the
 * document takes the pages of this visit with it. Pages of an earlier visit are let go, and stay with that visit.
 */
export function suivreCopies(avant: Admission, { admission, effets }: Transition): Transition {
  const copies = admission.copies.filter(({ piece }) => piece === admission.piece?.type)
  const perdues = avant.copies.filter(
    (copie) => copie.admission === avant.id && !copies.some(({ id }) => id === copie.id),
  )
  const suivie = copies.length === admission.copies.length ? admission : { ...admission, copies }
  if (perdues.length === 0) return { admission: suivie, effets }
  return {
    admission: suivie,
    effets: [
      ...effets,
      journaliser({ acte: 'copies-effacees', pages: perdues.length }),
      { type: 'effacer-copies', copies: perdues.map(({ id }) => id) },
    ],
  }
}

/** The pages of the patient's last visit that come with him: none once their time is over, though not erased yet. */
export const copiesConservees = (
  connue: Admission,
  aujourdhui: Jour,
  { copies }: ReglagesAdmission,
): readonly Copie[] =>
  connue.ouverteLe.slice(0, 10) < premierJourConserve(aujourdhui, copies) ? [] : connue.copies
