import type { Jour } from '../identite/date-naissance.ts'
import type { Ins } from '../identite/identite.ts'
import type { IssueVerification, Retrait } from '../insi/issue-verification.ts'
import type { CodeRefus } from '../refus/refus.ts'

/** Where the verification of an accepted INS stands. */
export type Verification =
  | { readonly etat: 'aucune' }
  | { readonly etat: 'en-cours'; readonly appelId: string }
  | { readonly etat: Exclude<IssueVerification, Retrait> }
  | { readonly etat: 'en-echec'; readonly refus: CodeRefus }
  /** INSi no longer says what was accepted: the number it had given is withdrawn, and only its successor may replace it. */
  | { readonly etat: 'retiree'; readonly issue: Retrait; readonly ins: Ins }

/** What is remembered about an INS besides the answer accepted, so that it can be verified again. Source: RNIV 1, EXI REC 08. */
export interface SuiviIns {
  /** The day a change of civil status was declared, until INSi was asked about it. */
  readonly etatCivil: Jour | null
  readonly verification: Verification
  /** The numbers that a verification replaced, oldest first, whether INSi still tells them or not. */
  readonly anciens: readonly Ins[]
}

export const SUIVI_VIERGE: SuiviIns = { etatCivil: null, verification: { etat: 'aucune' }, anciens: [] }
