import type { RawData, WebSocket } from 'ws'
import type { Channel, Message } from '#contracts/transport/channel.ts'

/** A channel over an accepted WebSocket. */
export function socketChannel(socket: WebSocket): Channel {
  // `ws` reports a message over `maxPayload` or an unmasked frame as an error, then closes: nothing else is to be done.
  socket.on('error', () => socket.terminate())
  return {
    send: (message) =>
      new Promise((resolve) => {
        // The callback comes when the bytes have left for the system, which a browser that reads slowly delays.
        if (socket.readyState === socket.OPEN) socket.send(message, () => resolve())
        else resolve()
      }),
    receive: ({ message, close }) => {
      const take = (data: RawData, binary: boolean): void => message(messageOf(data, binary))
      socket.on('message', take)
      socket.once('close', close)
      return () => {
        socket.off('message', take)
        socket.off('close', close)
      }
    },
    close: () => socket.close(),
  }
}

function messageOf(data: RawData, binary: boolean): Message {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)
  return binary ? new Uint8Array(bytes) : bytes.toString()
}
