import type { CodeRefus } from '#domain/refus/refus.ts'
import { CKR, type CodeCkr } from './cryptoki.ts'

/** What each code means for the agent. Source: PKCS#11 v2.40; the starred ones were seen with the ANS library or SoftHSM. */
export const REFUS_PAR_CKR: ReadonlyMap<CodeCkr, CodeRefus> = new Map<CodeCkr, CodeRefus>([
  [0x003, 'cpx/retiree'], // SLOT_ID_INVALID *: the slot went with its token
  [CKR.DEVICE_ERROR, 'cpx/retiree'], // * also said when the card service is down
  [0x032, 'cpx/retiree'], // DEVICE_REMOVED
  [0x050, 'cpx/annulee'], // FUNCTION_CANCELED
  [CKR.PIN_INCORRECT, 'cpx/code-errone'], // *
  [0x0a1, 'cpx/code-forme'], // PIN_INVALID
  [0x0a2, 'cpx/code-forme'], // PIN_LEN_RANGE
  [0x0a3, 'cpx/code-perime'], // PIN_EXPIRED
  [CKR.PIN_LOCKED, 'cpx/bloquee'], // *
  [0x0b0, 'cpx/retiree'], // SESSION_CLOSED
  [0x0b3, 'cpx/retiree'], // SESSION_HANDLE_INVALID *: what the ANS library says of a card pulled
  [0x0e0, 'cpx/retiree'], // TOKEN_NOT_PRESENT
  [CKR.TOKEN_NOT_RECOGNIZED, 'cpx/non-reconnue'], // *
  [0x101, 'cpx/code-requis'], // USER_NOT_LOGGED_IN
  [0x80000001, 'cpx/mise-a-jour-interrompue'], // CKR_ASIP_BAD_EF_ACTUA, ANS only
])

/** The refusal shown for a failed PKCS#11 call. */
export const codeRefusDeCkr = (code: CodeCkr): CodeRefus => REFUS_PAR_CKR.get(code) ?? 'cpx/anomalie'
