import type { EtatCodeCpx } from '#domain/cartes/etat-cpx.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import { codeRefusDeCkr } from '../../pkcs11/ckr-codes.ts'
import { CKF_TOKEN, CKR, type Cryptoki, type InfoJeton, type Poignee } from '../../pkcs11/cryptoki.ts'

/** One presentation of a PIN; `dernierEssai` says that the agent knows that an error would lock the card. */
export interface CodePresente {
  readonly code: Uint8Array
  readonly dernierEssai: boolean
}

/** What the token says of its PIN. */
export function pinStateOf({ drapeaux }: InfoJeton): EtatCodeCpx {
  if (drapeaux & CKF_TOKEN.PIN_LOCKED) return 'bloque'
  if (drapeaux & CKF_TOKEN.PIN_FINAL_TRY) return 'dernier-essai'
  return drapeaux & CKF_TOKEN.PIN_COUNT_LOW ? 'essai-manque' : 'disponible'
}

/**
 * Presents a PIN to the card, once and only once: never for a locked card, never for a code that cannot be one, never for the last
 * try without the agent's word. Every refusal says what is left.
 */
export async function presentPin(
  ck: Cryptoki,
  slot: Poignee,
  session: Poignee,
  { code, dernierEssai }: CodePresente,
): Promise<Result<void, Refus>> {
  // A code is presented to a closed card: one left open would not look at it.
  await ck.logout(session)
  const info = await ck.tokenInfo(slot)
  if (!info.ok) return refused(codeRefusDeCkr(info.error))
  const etat = pinStateOf(info.value)
  if (etat === 'bloque') return refused('cpx/bloquee')
  if (etat === 'dernier-essai' && !dernierEssai) return refused('cpx/dernier-essai')
  if (!isPin(code, info.value)) return refused('cpx/code-forme')
  const presente = await ck.login(session, code)
  if (presente.ok) return presente
  return refused(
    presente.error === CKR.PIN_INCORRECT ? await wrongPin(ck, slot) : codeRefusDeCkr(presente.error),
  )
}

const refused = (code: CodeRefus): Result<never, Refus> => echec(refuser(code))

async function wrongPin(ck: Cryptoki, slot: Poignee): Promise<CodeRefus> {
  const info = await ck.tokenInfo(slot)
  const etat = info.ok ? pinStateOf(info.value) : 'essai-manque'
  if (etat === 'bloque') return 'cpx/bloquee'
  return etat === 'dernier-essai' ? 'cpx/code-errone-dernier' : 'cpx/code-errone'
}

/** A French professional card has a code of digits; a token that declares no length is not believed. */
const CHIFFRES_MAX = 8

function isPin(code: Uint8Array, { codeMin, codeMax }: InfoJeton): boolean {
  const longueur = code.length >= Math.max(1, codeMin) && code.length <= Math.min(CHIFFRES_MAX, codeMax)
  return longueur && code.every((octet) => octet >= 0x30 && octet <= 0x39)
}
