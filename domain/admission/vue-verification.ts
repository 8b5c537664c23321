import type { Jour } from '../identite/date-naissance.ts'
import type { Retrait } from '../insi/issue-verification.ts'
import type { CodeRefus } from '../refus/refus.ts'
import type { Admission } from './admission.ts'
import { causeVerification, pieceARevoir, type CauseVerification } from './echeances.ts'
import { relanceVerification } from './lectures.ts'
import type { ReglagesAdmission } from './reglages.ts'
import type { Verification } from './suivi-ins.ts'

/** The verification of an identity as a screen shows it; never a number. */
export interface VueVerification {
  /** Why INSi is to be asked again; null when it is not. */
  readonly due: CauseVerification | null
  /** The document is to be seen again. */
  readonly piece: boolean
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
  const relance = verification.etat === 'plusieurs' ? relanceVerification(admission, ecarts) : null
  return {
    due,
    piece: pieceARevoir(admission, aujourdhui, reverificationAns),
    etat: verification.etat,
    refus: verification.etat === 'en-echec' ? verification.refus : null,
    phrase: phraseDeVerification(admission, due, reverificationAns),
    relance: relance?.ok ? relance.value.libelle : null,
  }
}

function phraseDeVerification(
  { interrogation, suivi }: Admission,
  due: CauseVerification | null,
  ans: number,
): string | null {
  switch (suivi.verification.etat) {
    case 'conforme':
      return 'INSi confirme l’identité : numéro et traits inchangés, date de vérification renouvelée.'
    case 'plusieurs':
      return 'INSi trouve plusieurs personnes avec ces traits : l’INS est gardée, mais n’est pas confirmée.'
    case 'retiree':
      // At a later visit nothing has been asked yet: the screen starts from the usual call.
      return interrogation.etat === 'aucune' ? null : RETRAITS[suivi.verification.issue]
    case 'en-cours':
      return null
    case 'aucune':
    case 'en-echec':
      return due && phraseDue(due, ans)
  }
}

const RETRAITS: Readonly<Record<Retrait, string>> = {
  introuvable: 'Vérification : INSi ne retrouve plus cette identité. Le matricule est retiré.',
  'traits-changes': 'Vérification : INSi retourne d’autres traits. Le matricule est retiré jusqu’à votre décision.',
  'matricule-change': 'Vérification : INSi donne un nouveau matricule. L’ancien est retiré jusqu’à votre décision.',
  'autre-matricule': 'Vérification : INSi donne le matricule d’une autre identité. L’ancien est retiré.',
}

const phraseDue = (cause: CauseVerification, ans: number): string =>
  cause === 'delai'
    ? `Identité non vérifiée auprès d’INSi depuis ${ans} ans : un appel la confirme.`
    : 'Changement d’état civil déclaré : vérifiez l’identité auprès d’INSi.'
