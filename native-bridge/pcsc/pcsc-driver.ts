import type { Result } from '#domain/result.ts'
import type { CodeScard } from './scard-codes.ts'

declare const marque: unique symbol

/** A connection to the card service; dies with the service. */
export type Contexte = (number | bigint) & { readonly [marque]: 'Contexte' }

/** A connection to one card, and the protocol it was opened with (1 for T=0, 2 for T=1). */
export interface Liaison {
  readonly poignee: number | bigint
  readonly protocole: number
}

/** What a caller already knows of a reader when it waits for a change. */
export interface AttenteLecteur {
  readonly nom: string
  readonly etatConnu: number
}

/** State of one reader: flags in the low word, count of insertions and removals in the high word. */
export interface ChangementLecteur {
  readonly nom: string
  readonly etat: number
  readonly atr: Uint8Array
}

export type Reponse<T> = Promise<Result<T, CodeScard>>

/** PC/SC as the station uses it. Each call is asynchronous and answers the numeric code when it fails. */
export interface PcscDriver {
  readonly systeme: NodeJS.Platform
  establish(): Reponse<Contexte>
  release(contexte: Contexte): Reponse<void>
  /** Ends the pending `statusChange` of this context with `SCARD.CANCELLED`. */
  cancel(contexte: Contexte): Reponse<void>
  listReaders(contexte: Contexte): Reponse<readonly string[]>
  /** Waits at most `delaiMs` for one of the readers to leave its known state. */
  statusChange(
    contexte: Contexte,
    delaiMs: number,
    attendus: readonly AttenteLecteur[],
  ): Reponse<readonly ChangementLecteur[]>
  /** Connects shared, T=0 or T=1. */
  connect(contexte: Contexte, lecteur: string): Reponse<Liaison>
  /** Takes the card again after another program reset it, leaving it as it is. */
  reconnect(liaison: Liaison): Reponse<Liaison>
  /** Leaves the card as it is: other programs may be using it. */
  disconnect(liaison: Liaison): Reponse<void>
  begin(liaison: Liaison): Reponse<void>
  end(liaison: Liaison): Reponse<void>
  transmit(liaison: Liaison, commande: Uint8Array): Reponse<Uint8Array>
}
