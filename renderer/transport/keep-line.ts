import type { ClientContext, ClientLink } from '@orpc/client'
import type { Line, LineFailure, OpenLine } from './line.ts'

/** `attendue` until the first attempt has succeeded or failed. */
export type EtatLiaison = 'attendue' | 'connecte' | LineFailure

/** A call made while the workstation is out of reach. It is refused at once: an act replayed late could reach the next patient. */
export class LiaisonPerdue extends Error {
  override readonly name = 'LiaisonPerdue'
}

/** One lasting link over successive lines, and its observable state. */
export interface KeptLine {
  readonly link: ClientLink<ClientContext>
  /** Settles when the first attempt has succeeded or failed. */
  readonly tried: Promise<void>
  readonly etat: () => EtatLiaison
  /** Calls the listener at each change of state and returns what stops it. */
  readonly suivre: (listener: () => void) => () => void
  readonly close: () => void
}

const DELAYS_MS = [100, 250, 500, 1000, 2000, 5000]

/** Opens a line and opens it again whenever it is lost, after 0.1 s then more and more slowly, up to every 5 s. */
export function keepLine(open: OpenLine, wait = pause): KeptLine {
  const listeners = new Set<() => void>()
  const stop = new AbortController()
  const first = Promise.withResolvers<void>()
  let line: Line | undefined
  let etat: EtatLiaison = 'attendue'

  const become = (next: EtatLiaison, current?: Line): void => {
    line = current
    const changed = etat !== next
    etat = next
    if (changed) for (const listener of listeners) listener()
  }

  const run = async (): Promise<void> => {
    for (let failures = 0; !stop.signal.aborted;) {
      const opened = await open(stop.signal)
      if (typeof opened === 'string') {
        become(opened)
        first.resolve()
        if (opened === 'expiree') return
        await wait(DELAYS_MS[Math.min(failures++, DELAYS_MS.length - 1)] ?? 0, stop.signal)
      } else {
        failures = 0
        become('connecte', opened)
        first.resolve()
        await aborted(AbortSignal.any([opened.lost, stop.signal]))
        opened.close()
        become('perdu')
        await wait(DELAYS_MS[0] ?? 0, stop.signal)
      }
    }
  }
  const tried = Promise.race([first.promise, run()])

  return {
    link: {
      call: async (path, input, options) => {
        await tried
        if (line === undefined) throw new LiaisonPerdue()
        return line.link.call(path, input, options)
      },
    },
    tried,
    etat: () => etat,
    suivre: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => stop.abort(),
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), ms)
  await aborted(AbortSignal.any([stop.signal, signal]))
  clearTimeout(timer)
}
