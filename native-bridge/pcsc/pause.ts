import { setTimeout as sleep } from 'node:timers/promises'

/** Waits, or stops waiting as soon as the signal aborts; never throws. Milliseconds. */
export async function pause(delaiMs: number, signal: AbortSignal): Promise<void> {
  await sleep(delaiMs, undefined, { signal }).catch(() => undefined)
}
