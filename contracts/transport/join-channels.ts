import type { Channel } from './channel.ts'

/** Passes messages between two channels, unread, and closes each when the other closes. Returns what closes both. */
export function joinChannels(a: Channel, b: Channel): () => void {
  pass(a, b)
  pass(b, a)
  return () => {
    a.close()
    b.close()
  }
}

function pass(from: Channel, to: Channel): void {
  from.receive({ message: (message) => void to.send(message), close: to.close })
}
