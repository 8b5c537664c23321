import { once } from 'node:events'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { contrat } from '#contracts/contrat.ts'
import {
  LOOPBACK_CALLS_PATH,
  LOOPBACK_SUBPROTOCOL,
  LOOPBACK_TICKET_PATH,
} from '#contracts/transport/loopback-protocol.ts'

/** The contract called by a program instead of a window: campaigns and measurements. */
export interface ClientPoste {
  readonly client: ContractRouterClient<typeof contrat>
  fermer(): void
}

/** Spends the ticket of a single-use address and opens the calls behind it, as a window does. */
export async function appelerPoste(adresse: string): Promise<ClientPoste> {
  const { origin, hash } = new URL(adresse)
  const jeton = await fetch(`${origin}${LOOPBACK_TICKET_PATH}`, {
    method: 'POST',
    body: hash.slice(1),
    headers: { origin },
  })
  if (!jeton.ok) throw new Error(`ticket refused: ${jeton.status}`)
  const url = `${origin.replace(/^http/, 'ws')}${LOOPBACK_CALLS_PATH}`
  const websocket = new WebSocket(url, [LOOPBACK_SUBPROTOCOL, await jeton.text()], { origin })
  websocket.on('error', () => undefined)
  await once(websocket, 'open')
  // The interface of a page's socket, whose declared types only differ by their options.
  const socket = websocket as unknown as globalThis.WebSocket
  return { client: createORPCClient(new RPCLink({ websocket: socket })), fermer: () => websocket.terminate() }
}
