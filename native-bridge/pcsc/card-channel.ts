import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import type { CardChannel } from '../apdu/card-command.ts'
import type { Liaison, PcscDriver } from './pcsc-driver.ts'
import { codeRefusDe, SCARD, type CodeScard } from './scard-codes.ts'

/** A channel that remembers its first failure, and never speaks to the card after it. */
export interface FailingChannel extends CardChannel {
  failure(): CodeScard
}

const STATUS_BYTES = 2

/** Opens a channel over a connected card; an aborted signal counts as a cancelled command. */
export function openCardChannel(driver: PcscDriver, liaison: Liaison, signal: AbortSignal): FailingChannel {
  let premier: CodeScard = SCARD.SUCCESS
  return {
    failure: () => premier,
    async transmit(commande) {
      if (premier === SCARD.SUCCESS && signal.aborted) premier = SCARD.CANCELLED
      if (premier === SCARD.SUCCESS) {
        const reponse = await driver.transmit(liaison, commande)
        // Some drivers answer nothing, successfully, when the card leaves: no card answers without a status word.
        if (reponse.ok && reponse.value.length >= STATUS_BYTES) return reponse
        premier = reponse.ok ? SCARD.COMM_DATA_LOST : reponse.error
      }
      return echec(refuser(codeRefusDe(premier, driver.systeme)))
    },
  }
}
