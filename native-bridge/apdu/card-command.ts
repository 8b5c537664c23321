import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'

/** One card, held in a transaction: a raw command gives its whole answer, status word included. */
export interface CardChannel {
  transmit(commande: Uint8Array): Promise<Result<Uint8Array, Refus>>
}

/** A card command as a pure pair: the bytes to send, and the reading of its data and status word. */
export interface CardCommand<T> {
  readonly bytes: Uint8Array
  read(data: Uint8Array, sw: number): Result<T, Refus>
}
