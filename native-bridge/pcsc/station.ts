import type { EtatCartes, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { startMonitor } from './monitor.ts'
import type { PcscDriver } from './pcsc-driver.ts'
import { createReaderQueue } from './reader-queue.ts'
import { holdCard, type TravailCarte } from './hold-card.ts'

/** Readers and cards: their states as they change, and one card at a time to work with. */
export interface CardStation {
  /** Gives the known state at once, then each change; returns the function that stops it. */
  readonly watch: (listener: (etat: EtatCartes) => void) => () => void
  /** The state, once known. */
  readonly etat: () => Promise<EtatCartes>
  /**
   * Runs a whole work on one card, inside one transaction, after the works already queued for this reader. The work is
   * redone once when another program reset the card. A failure of any of its commands is the failure of the whole, within 5 s.
   */
  withCard<T>(reader: string, work: TravailCarte<T>, signal?: AbortSignal): Promise<Result<T, Refus>>
  readonly stop: () => Promise<void>
}

export interface OptionsStation {
  readonly driver: PcscDriver
  readonly recognise: (atr: Uint8Array) => GenreCarte
  /** Presence numbers start above this one, so that they stay different from those of an earlier station. */
  readonly presenceInitiale?: number
  /** Longest time of one work, wait included, in milliseconds. */
  readonly delaiMs?: number
}

const DELAI_MS = 5000

/** Opens a station over a PC/SC driver; it recovers by itself when the service stops and returns. */
export function openStation(options: OptionsStation): CardStation {
  const { driver, recognise, presenceInitiale = 0, delaiMs = DELAI_MS } = options
  const monitor = startMonitor({ driver, recognise, presenceInitiale })
  const queue = createReaderQueue()
  return {
    watch: monitor.watch,
    etat: monitor.etat,
    withCard: (reader, work, signal) =>
      holdCard({ driver, reader, work, queue, delaiMs, ...(signal && { signal }) }),
    stop: monitor.stop,
  }
}
