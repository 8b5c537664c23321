import { setImmediate } from 'node:timers/promises'
import type { AnyContractRouter } from '@orpc/contract'
import type { Context, Router } from '@orpc/server'
import { RPCHandler, type MinimalWebsocket } from '@orpc/server/websocket'
import type { Channel, Message } from '#contracts/transport/channel.ts'

/** Answers calls on a channel until it closes; returns what stops it. */
export type ServeChannel = (channel: Channel) => () => void

/**
 * Serves a router on any channel. `contextOf` makes the context of one connection; its signal aborts when the connection ends.
 * A message that is not of the protocol closes its channel, and every call still running on a closed channel is aborted.
 */
export function serveRouter<C extends Context>(
  router: Router<AnyContractRouter, C>,
  contextOf: (closed: AbortSignal) => C,
): ServeChannel {
  const handler = new RPCHandler(router as Router<AnyContractRouter, Context>)
  return (channel) => {
    const closed = new AbortController()
    const context = contextOf(closed.signal)
    // The handler awaits what `send` returns, so a slow reader slows down the signals it follows,
    // and giving way to the loop keeps one endless signal from starving every other call.
    const send = async (sent: Message): Promise<void> => {
      await channel.send(sent)
      await setImmediate()
    }
    const carrier = { send, addEventListener: () => undefined }
    const socket = carrier as MinimalWebsocket
    const end = (): void => {
      if (closed.signal.aborted) return
      closed.abort()
      handler.close(socket)
    }
    const stop = (): void => {
      channel.close()
      end()
    }
    // The decoder takes a view as well as a buffer, which its declared type omits (@orpc/standard-server-peer, decodeRawMessage).
    const take = async (message: Message): Promise<void> => {
      try {
        await handler.message(socket, message as string | ArrayBuffer, { context })
      } catch {
        stop()
      }
    }
    channel.receive({ message: (message) => void take(message), close: end })
    return stop
  }
}
