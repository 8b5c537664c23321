/** One message of the RPC protocol. */
export type Message = string | Uint8Array

/** A message above this size, in bytes, closes its channel: no call of the contract needs more than a scanned page. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024

export interface ChannelListener {
  readonly message: (message: Message) => void
  /** Called once, when the other side or the carrier has gone. */
  readonly close: () => void
}

/** Whole messages both ways, in order, between one window and the workstation. */
export interface Channel {
  /** Resolves when the carrier can take another message, if it can tell (a port never says that it is full); a message to a closed channel is dropped. */
  readonly send: (message: Message) => Promise<void>
  /** To be called at once by who receives the channel: earlier messages are not kept. Returns what stops listening. */
  readonly receive: (listener: ChannelListener) => () => void
  readonly close: () => void
}
