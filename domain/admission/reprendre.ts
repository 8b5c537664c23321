import { CONCLUSIONS, DECISION_VIERGE } from '../decision/faits-decision.ts'
import type { TraitsCherches } from '../doublons/traits-cherches.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import type { Admission, Interrogation } from './admission.ts'
import { copiesConservees } from './copier-piece.ts'
import type { ReglagesAdmission } from './reglages.ts'
import type { SuiviIns } from './suivi-ins.ts'
import { arretAppel, journaliser, passer, type Issue } from './transition.ts'

/**
 * The patient at the desk is one already known: this visit takes his IPP, his identity and the facts recorded about it, so that his
 * status is read off them; what was typed for this visit gives way. Source: EXI ID 17; RNIV, a document must be seen at least once.
 */
export function reprendrePatient(
  admission: Admission,
  connue: Admission,
  { aujourdhui, reglages }: { readonly aujourdhui: Jour; readonly reglages: ReglagesAdmission },
): Issue {
  if (admission.interrogation.etat === 'acceptee') return echec(refuser('admission/etape'))
  const { id, ouverteLe, agent, nda, venue, preparation, differe } = admission
  const { transfert, conclusion } = connue.decision
  const renvoyee = conclusion !== null && CONCLUSIONS[conclusion].issue === 'renvoyee'
  return passer(
    {
      ...connue,
      id,
      ouverteLe,
      agent,
      nda,
      venue,
      preparation,
      // A call put off belongs to the visit it was asked in.
      differe,
      // The card of that visit answers for nothing in this one.
      carteLue: null,
      copies: copiesConservees(connue, aujourdhui, reglages),
      interrogation: faitRetenu(connue.interrogation),
      // The calls of that visit are over; a file handed to the referent, or sent back by him, stays so.
      decision: { ...DECISION_VIERGE, transfert, conclusion: renvoyee ? conclusion : null },
      suivi: suiviRetenu(connue.suivi),
      close: false,
    },
    ...arretAppel(admission),
    journaliser({ acte: 'patient-repris', venue: connue.id }),
  )
}

/** Of the earlier lookup only the accepted answer is a fact of the identity; anything else belonged to that visit. */
const faitRetenu = (interrogation: Interrogation): Interrogation =>
  interrogation.etat === 'acceptee' ? interrogation : { etat: 'aucune' }

/** A call about the INS belonged to that visit; a number withdrawn stays withdrawn, a change declared stays to be verified. */
const suiviRetenu = (suivi: SuiviIns): SuiviIns =>
  suivi.verification.etat === 'retiree' ? suivi : { ...suivi, verification: { etat: 'aucune' } }

/** The base was searched with these traits: the search before creation is done, and journalled once a patient. */
export function noterAnteriorite(admission: Admission, cherches: TraitsCherches, trouves: number): Issue {
  const cherchee = { ...admission, anteriorite: cherches }
  return admission.anteriorite === null
    ? passer(cherchee, journaliser({ acte: 'anteriorite-cherchee', trouves }))
    : passer(cherchee)
}
