import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { MAX_MESSAGE_BYTES } from '#contracts/transport/channel.ts'
import { LOOPBACK_SUBPROTOCOL } from '#contracts/transport/loopback-protocol.ts'
import type { ServeChannel } from './serve-router.ts'
import { socketChannel } from './socket-channel.ts'

/** Takes a connection that the guards let through, and serves the calls that come on it. */
export type AcceptCalls = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** The calls of the screens, over WebSocket; a file of its own, since a page asks for none before it is drawn. */
export function acceptCalls(serve: ServeChannel): AcceptCalls {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => LOOPBACK_SUBPROTOCOL,
  })
  return (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (accepted) => void serve(socketChannel(accepted)))
}
