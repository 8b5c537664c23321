import type { Jour } from '../identite/date-naissance.ts'
import type { CodeRefus } from '../refus/refus.ts'
import { ISSUES_VERIFICATION } from '../statuts/issues-verification.ts'
import type { Admission } from './admission.ts'
import { causeVerification, pieceARevoir, type CauseVerification } from './echeances.ts'
import { relanceVerification } from './lectures.ts'
import type { ReglagesAdmission } from './reglages.ts'
import type { Verification } from './suivi-ins.ts'

/** The verification of an identity as a screen shows it; never a number. */
export interface VueVerification {
  /** Why INSi is to be asked again; null when it is not. */
  readonly due: CauseVerification | null
  /** Why the document is to be seen again, as a sentence to show; null when it is not. */
  readonly piece: CodeRefus | null
  readonly etat: Verification['etat']
  readonly refus: CodeRefus | null
  /** What is to be known about it, in one sentence; null when there is nothing to say. */
  readonly phrase: string | null
  /** The call proposed, when it is not the first one. */
  readonly relance: string | null
}

export function vueVerification(
  admission: Admission,
  aujourdhui: Jour,
  { reverificationAns, ecarts }: Pick<ReglagesAdmission, 'reverificationAns' | 'ecarts'>,
): VueVerification {
  const { verification } = admission.suivi
  const due = causeVerification(admission, aujourdhui, reverificationAns)
  const piece = pieceARevoir(admission, aujourdhui, reverificationAns)
  const relance = verification.etat === 'plusieurs' ? relanceVerification(admission, ecarts) : null
  return {
    due,
    piece: piece && PIECE_A_REVOIR[piece],
    etat: verification.etat,
    refus: verification.etat === 'en-echec' ? verification.refus : null,
    phrase: phraseDeVerification(admission, due, reverificationAns),
    relance: relance?.ok ? relance.value.libelle : null,
  }
}

const PIECE_A_REVOIR: Readonly<Record<CauseVerification, CodeRefus>> = {
  delai: 'piece/a-reverifier',
  'etat-civil': 'piece/etat-civil-change',
}

function phraseDeVerification(
  { interrogation, suivi }: Admission,
  due: CauseVerification | null,
  ans: number,
): string | null {
  const { verification } = suivi
  switch (verification.etat) {
    case 'conforme':
    case 'plusieurs':
      return ISSUES_VERIFICATION[verification.etat].phrase
    case 'retiree':
      // At a later visit nothing has been asked yet: the screen starts from the usual call.
      return interrogation.etat === 'aucune' ? null : ISSUES_VERIFICATION[verification.issue].phrase
    case 'en-cours':
      return null
    case 'aucune':
    case 'en-echec':
      return due && phraseDue(due, ans)
  }
}

const phraseDue = (cause: CauseVerification, ans: number): string =>
  cause === 'delai'
    ? `Identité non vérifiée auprès d’INSi depuis ${ans} ans : un appel la confirme.`
    : 'Changement d’état civil déclaré : vérifiez l’identité auprès d’INSi.'
