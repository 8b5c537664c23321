import type { Admission } from '../admission/admission.ts'
import { ecartsDe } from '../admission/lectures.ts'
import { decisionDe } from '../decision/decision.ts'
import type { Notice } from '../decision/faits-decision.ts'
import { CONTEXTE_ECARTS, graviteDe } from '../ecarts/comparer.ts'
import type { Suite, TraitCompare } from '../ecarts/ecart.ts'
import type { ContexteEcarts } from '../ecarts/paire.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** What a notice is about: the traits that differ, none when the national register found nobody. */
export interface FaitsNotice {
  readonly notice: Notice
  readonly differents: readonly TraitCompare[]
}

const SUITES: Readonly<Record<Notice, Suite>> = { insee: 'notice-insee', piece: 'renouveler-piece' }

/** The facts of a notice the decision proposes now, or `admission/etape`. Source: DX-08, DX-09, DX-11. */
export function faitsNotice(
  admission: Admission,
  notice: Notice,
  contexte: ContexteEcarts = CONTEXTE_ECARTS,
): Result<FaitsNotice, Refus> {
  if (!decisionDe(admission, contexte).suites.includes(SUITES[notice]))
    return echec(refuser('admission/etape'))
  const ecarts = ecartsDe(admission, contexte)
  const pire = graviteDe(ecarts)
  return succes({
    notice,
    differents: ecarts.filter(({ gravite }) => gravite === pire).map(({ trait }) => trait),
  })
}
