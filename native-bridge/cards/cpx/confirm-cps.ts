import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import type { CardChannel } from '../../apdu/card-command.ts'
import { selectApplication } from '../../apdu/commands.ts'
import { exchange } from '../../apdu/exchange.ts'

/** The IAS-ECC application of a CPS3, by contact. Source: ANS, Cryptolib CPS, card-cps3.c. */
const AID_CPS3 = Uint8Array.from(Buffer.from('E828BD080F8025000001FF0010', 'hex'))

/** Whether a card whose ATR is a CPS3's holds its application; nothing else of it is read outside the Cryptolib. */
export async function confirmCps(card: CardChannel): Promise<Result<boolean, Refus>> {
  const selected = await exchange(card, selectApplication(AID_CPS3))
  return selected.ok ? succes(selected.value) : selected
}
