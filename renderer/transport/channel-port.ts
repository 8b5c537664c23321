import type { LinkMessagePortClientOptions } from '@orpc/client/message-port'
import type { Channel, Message } from '#contracts/transport/channel.ts'

/** A channel in the shape the RPC link asks of a port. */
export function channelPort(channel: Channel): LinkMessagePortClientOptions['port'] {
  const ignore = (): void => undefined
  return {
    postMessage: (message: Message) => void channel.send(message),
    onMessage: { addListener: (message) => void channel.receive({ message, close: ignore }) },
    onDisconnect: { addListener: (close) => void channel.receive({ message: ignore, close }) },
  }
}
