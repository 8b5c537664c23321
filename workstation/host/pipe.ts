import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { duplexStream } from '#contracts/transport/duplex-stream.ts'
import { multiplex } from '#contracts/transport/multiplexer.ts'
import type { ServeChannel } from './serve-router.ts'

/** File descriptor on which the shell gives the workstation its private pipe; no other process can reach it. */
const PIPE_FD = 3

/** The workstation served over the shell's pipe. */
export interface PipeHost {
  /** Settles when the shell has gone: the workstation has nobody left to serve. */
  readonly closed: Promise<void>
  readonly stop: () => void
}

/** Serves every channel the shell opens on its pipe. */
export function servePipe(serve: ServeChannel, pipe: Duplex = new Socket({ fd: PIPE_FD })): PipeHost {
  const closed = Promise.withResolvers<void>()
  pipe.once('close', () => closed.resolve())
  const { close } = multiplex(duplexStream(pipe), (channel) => void serve(channel))
  return { closed: closed.promise, stop: close }
}
