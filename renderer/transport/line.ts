import type { ClientContext, ClientLink } from '@orpc/client'

/** An open way to the workstation, on which calls travel until it is lost. */
export interface Line {
  readonly link: ClientLink<ClientContext>
  /** Aborted when the workstation or the channel has gone. */
  readonly lost: AbortSignal
  close(): void
}

/** `perdu` is worth another attempt; `expiree` is not: the guichet must be launched anew. */
export type LineFailure = 'perdu' | 'expiree'

export type OpenLine = (signal: AbortSignal) => Promise<Line | LineFailure>
