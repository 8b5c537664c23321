import type { Channel, ChannelListener, Message } from './channel.ts'

interface PortEvent {
  readonly data?: unknown
}

/** The `MessagePort` of a browser or of Node. */
interface EventPort {
  addEventListener(type: 'message' | 'close', listener: (event: PortEvent) => void): void
}

/** The port of the desktop shell's main process (`Electron.MessagePortMain`). */
interface EmitterPort {
  on(type: 'message' | 'close', listener: (event?: PortEvent) => void): unknown
}

export type Port = (EventPort | EmitterPort) & {
  postMessage(message: unknown): void
  start(): void
  close(): void
}

/**
 * A channel over a message port. Closing says so in the port itself, by null: Chromium 156 has no `close` event on a port,
 * and Electron's own is not to be relied on alone. What is neither text, bytes nor null is not of the protocol and closes the port.
 */
export function portChannel(port: Port): Channel {
  const listeners = new Set<ChannelListener>()
  let open = true

  const end = (): void => {
    if (!open) return
    open = false
    for (const listener of listeners) listener.close()
  }
  const close = (): void => {
    if (!open) return
    port.postMessage(null)
    port.close()
    end()
  }
  const take = (data: unknown): void => {
    const message = messageOf(data)
    if (data === null) end()
    else if (message === undefined) close()
    else for (const listener of listeners) listener.message(message)
  }
  watch(port, take, end)

  return {
    send: async (message) => {
      if (open) port.postMessage(message)
    },
    receive: (listener) => {
      listeners.add(listener)
      port.start()
      return () => void listeners.delete(listener)
    },
    close,
  }
}

function watch(port: Port, take: (data: unknown) => void, end: () => void): void {
  if ('addEventListener' in port) {
    port.addEventListener('message', (event) => take(event.data))
    port.addEventListener('close', end)
  } else {
    port.on('message', (event) => take(event?.data))
    port.on('close', end)
  }
}

function messageOf(data: unknown): Message | undefined {
  if (typeof data === 'string' || data instanceof Uint8Array) return data
  return data instanceof ArrayBuffer ? new Uint8Array(data) : undefined
}
