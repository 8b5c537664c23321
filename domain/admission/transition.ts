import type { Result } from '../result.ts'
import { succes } from '../result.ts'
import type { Refus } from '../refus/refus.ts'
import type { Admission } from './admission.ts'
import type { Acte, Effet } from './evenement.ts'

/** The next admission and what the edge must do about it. */
export interface Transition {
  readonly admission: Admission
  readonly effets: readonly Effet[]
}

export type Issue = Result<Transition, Refus>

export const journaliser = (acte: Acte): Effet => ({ type: 'journaliser', acte })

export const passer = (admission: Admission, ...effets: readonly Effet[]): Issue =>
  succes({ admission, effets })

/** The effect that stops the call in progress, when there is one. */
export const arretAppel = (admission: Admission): readonly Effet[] =>
  admission.interrogation.etat === 'en-cours'
    ? [{ type: 'annuler-insi', appelId: admission.interrogation.appelId }]
    : []

/** Forgets the document seen, because what it was checked against is no longer what is written. */
export function retirerPiece(admission: Admission, cause: 'trait-modifie' | 'circonstance'): Transition {
  return admission.piece === null
    ? { admission, effets: [] }
    : {
        admission: { ...admission, piece: null },
        effets: [journaliser({ acte: 'piece-retiree', cause })],
      }
}

/** Drops what INSi gave and stops any call: the number is invalidated. Source: RNIV, transition table rows 10 and 11. */
export function invaliderInsi(admission: Admission): Transition {
  const perdue = admission.interrogation.etat === 'acceptee'
  return {
    admission: {
      ...admission,
      interrogation: { etat: 'aucune' },
      // Other traits make another ladder of calls.
      decision: { ...admission.decision, essais: [] },
    },
    effets: [...arretAppel(admission), ...(perdue ? [journaliser({ acte: 'insi-invalidee' })] : [])],
  }
}
