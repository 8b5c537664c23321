import { MAX_MESSAGE_BYTES, type Channel, type ChannelListener, type Message } from './channel.ts'
import { createFrameDecoder, encodeFrame, type Frame } from './frame.ts'

/** Both directions of a pipe of bytes. */
export interface ByteStream {
  /** Resolves when the pipe can take more; bytes written to a closed pipe are dropped. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly receive: (listener: {
    readonly bytes: (chunk: Uint8Array) => void
    readonly close: () => void
  }) => () => void
  readonly close: () => void
}

/** Many channels over one pipe. Only the shell opens channels; the workstation accepts them. */
export interface Multiplexer {
  /** A new channel, or null once the pipe has closed: nothing would ever end it. */
  readonly open: () => Channel | null
  /** Closes the pipe, and with it every channel. */
  readonly close: () => void
}

/** Carries channels over a pipe; a fault in the framing closes it, because nothing after the fault can be trusted. */
export function multiplex(stream: ByteStream, accept: (channel: Channel) => void): Multiplexer {
  const listeners = new Map<number, Set<ChannelListener>>()
  const decode = createFrameDecoder()
  let last = 0
  let closed = false

  const end = (channel: number): void => {
    const ending = listeners.get(channel)
    listeners.delete(channel)
    for (const listener of ending ?? []) listener.close()
  }
  const endAll = (): void => {
    closed = true
    for (const channel of listeners.keys()) end(channel)
  }
  const create = (id: number): Channel => {
    listeners.set(id, new Set())
    return createChannel({ id, listeners, stream, end })
  }
  const take = ({ channel, kind, payload }: Frame): void => {
    if (kind === 'open') accept(create(channel))
    else if (kind === 'close') end(channel)
    else
      for (const listener of listeners.get(channel) ?? [])
        listener.message(kind === 'text' ? new TextDecoder().decode(payload) : payload)
  }

  const stop = stream.receive({
    bytes: (chunk) => {
      const frames = decode(chunk)
      if (frames.ok) for (const frame of frames.value) take(frame)
      else close()
    },
    close: endAll,
  })
  const close = (): void => {
    stop()
    endAll()
    stream.close()
  }
  return {
    open: () => {
      if (closed) return null
      const channel = create(++last)
      void stream.write(encodeFrame({ channel: last, kind: 'open', payload: new Uint8Array() }))
      return channel
    },
    close,
  }
}

interface Wiring {
  readonly id: number
  readonly listeners: ReadonlyMap<number, Set<ChannelListener>>
  readonly stream: ByteStream
  readonly end: (channel: number) => void
}

function createChannel({ id, listeners, stream, end }: Wiring): Channel {
  const close = (): void => {
    if (!listeners.has(id)) return
    void stream.write(encodeFrame({ channel: id, kind: 'close', payload: new Uint8Array() }))
    end(id)
  }
  return {
    send: async (message) => {
      if (!listeners.has(id)) return
      const frame = frameOf(id, message)
      if (frame.payload.length > MAX_MESSAGE_BYTES) close()
      else await stream.write(encodeFrame(frame))
    },
    receive: (listener) => {
      listeners.get(id)?.add(listener)
      return () => void listeners.get(id)?.delete(listener)
    },
    close,
  }
}

function frameOf(channel: number, message: Message): Frame {
  return typeof message === 'string'
    ? { channel, kind: 'text', payload: new TextEncoder().encode(message) }
    : { channel, kind: 'binary', payload: message }
}
