import type { Result } from '../result.ts'
import { succes } from '../result.ts'
import type { Refus } from '../refus/refus.ts'
import type { Admission } from './admission.ts'
import type { Acte, Effet, Finalite } from './evenement.ts'
import { SUIVI_VIERGE } from './suivi-ins.ts'

/** The next admission and what the edge must do about it. */
export interface Transition {
  readonly admission: Admission
  readonly effets: readonly Effet[]
}

export type Issue = Result<Transition, Refus>

export const journaliser = (acte: Acte): Effet => ({ type: 'journaliser', acte })

export const passer = (admission: Admission, ...effets: readonly Effet[]): Issue =>
  succes({ admission, effets })

/** What a call for this admission is made for. */
export const finaliteDe = ({ preparation }: Admission): Finalite =>
  preparation === null ? 'venue' : 'preadmission'

/** The call in progress, first lookup or verification; null when INSi is not being asked. */
export function appelEnCours({ interrogation, suivi }: Admission): string | null {
  if (interrogation.etat === 'en-cours') return interrogation.appelId
  return suivi.verification.etat === 'en-cours' ? suivi.verification.appelId : null
}

/** Ends the call in progress, whatever it was for, with the refusal that says why. */
export function couperAppel(admission: Admission, refus: 'insi/annule' | 'insi/interrompu'): Admission {
  const { interrogation, suivi } = admission
  const coupe = { etat: 'en-echec', refus } as const
  if (interrogation.etat === 'en-cours') return { ...admission, interrogation: coupe }
  return suivi.verification.etat === 'en-cours'
    ? { ...admission, suivi: { ...suivi, verification: coupe } }
    : admission
}

/** The effect that stops the call in progress, when there is one. */
export function arretAppel(admission: Admission): readonly Extract<Effet, { type: 'annuler-insi' }>[] {
  const appelId = appelEnCours(admission)
  return appelId === null ? [] : [{ type: 'annuler-insi', appelId }]
}

/** Forgets the document seen, because what it was checked against is no longer what is written. */
export function retirerPiece(
  admission: Admission,
  cause: 'trait-modifie' | 'circonstance' | 'attribut',
): Transition {
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
      suivi: { ...SUIVI_VIERGE, etatCivil: admission.suivi.etatCivil },
    },
    effets: [...arretAppel(admission), ...(perdue ? [journaliser({ acte: 'insi-invalidee' })] : [])],
  }
}
