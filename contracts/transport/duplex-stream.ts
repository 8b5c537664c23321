import type { ByteStream } from './multiplexer.ts'

/** What is used of a Node `Duplex`, on either side of the pipe. */
interface Duplex {
  readonly destroyed: boolean
  write(bytes: Uint8Array): boolean
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  on(event: 'error' | 'end' | 'close' | 'drain', listener: () => void): unknown
  off(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  off(event: 'close', listener: () => void): unknown
  destroy(): unknown
}

/** A Node stream as the multiplexer takes it. A broken pipe is an ending like another: its error is not reported. */
export function duplexStream(pipe: Duplex): ByteStream {
  const destroy = (): void => void pipe.destroy()
  let room = Promise.withResolvers<void>()
  const release = (): void => {
    room.resolve()
    room = Promise.withResolvers<void>()
  }
  pipe.on('error', destroy)
  pipe.on('end', destroy)
  pipe.on('drain', release)
  pipe.on('close', release)
  return {
    write: async (bytes) => {
      if (!pipe.destroyed && !pipe.write(bytes)) await room.promise
    },
    receive: ({ bytes, close }) => {
      pipe.on('data', bytes)
      pipe.on('close', close)
      return () => {
        pipe.off('data', bytes)
        pipe.off('close', close)
      }
    },
    close: destroy,
  }
}
