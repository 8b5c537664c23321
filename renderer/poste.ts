import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { contrat } from '#contracts/contrat.ts'
import type { ShellApi } from '#contracts/transport/shell-protocol.ts'
import { connectLoopback } from './transport/connect-loopback.ts'
import { connectShell } from './transport/connect-shell.ts'
import { follow, type Followed } from './transport/follow.ts'
import { keepLine, type KeptLine } from './transport/keep-line.ts'
import type { OpenLine } from './transport/line.ts'

export type ClientPoste = ContractRouterClient<typeof contrat>

/** The workstation as a screen sees it: its calls, its signals, and whether it is within reach. */
export interface Poste {
  /** Calls of the contract. Out of reach, each one fails at once with `LiaisonPerdue`; only the first attempt is waited for. */
  readonly client: ClientPoste
  /** State of the link, in the shape `useSyncExternalStore` asks for. */
  readonly liaison: Pick<KeptLine, 'etat' | 'suivre'>
  /** Follows a signal, such as `client.cartes.suivre`, across lost and regained links; returns what stops it. */
  readonly suivre: <T>(followed: Followed<T>) => () => void
  readonly fermer: () => void
}

declare global {
  interface Window {
    readonly guichet?: ShellApi
  }
}

/** Reaches the workstation, through the shell when there is one, else on loopback. */
export const connecter = (): Poste =>
  posteSur(keepLine(window.guichet ? connectShell(window.guichet, window) : openLoopback()))

/** The workstation at the end of a line. */
export function posteSur(line: KeptLine): Poste {
  return {
    client: createORPCClient(line.link),
    liaison: { etat: line.etat, suivre: line.suivre },
    suivre: (followed) => follow(line, followed),
    fermer: line.close,
  }
}

function openLoopback(): OpenLine {
  const { origin, hash, pathname } = location
  // The ticket is good once; it must not stay in the address, which history and bookmarks copy.
  history.replaceState(null, '', pathname)
  const openSocket = (url: string, protocols: string[]): WebSocket => new WebSocket(url, protocols)
  return connectLoopback({ origin, fetch: fetch.bind(window), openSocket }, hash.slice(1))
}
