import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Channel } from '#contracts/transport/channel.ts'
import { duplexStream } from '#contracts/transport/duplex-stream.ts'
import { multiplex, type Multiplexer } from '#contracts/transport/multiplexer.ts'

const RESTART_MS = [200, 1000, 2000, 5000, 10_000]
/** A workstation that lived this long was well: its next failure starts the delays again. */
const WELL_MS = 30_000
const QUIT_MS = 3000

export interface SidecarOptions {
  /** Path of Node, then of the program of the workstation. */
  readonly node: string
  readonly program: string
  readonly env: Readonly<Record<string, string>>
  /** Whether the files of the workstation are those that were packaged; asked before every start. */
  readonly isIntact: () => Promise<boolean>
  /** Called when an altered workstation was not started. */
  readonly altered: () => void
}

/** The workstation as the shell sees it: a process that is started again whenever it dies. */
export interface Sidecar {
  /** A channel to the workstation, or null while it is not running. */
  readonly openChannel: () => Channel | null
  /** Ends the workstation, by force after three seconds. */
  readonly stop: () => Promise<void>
}

/** Starts the workstation and keeps it running. It ends by itself when the shell dies, because its pipe closes. */
export function startSidecar(options: SidecarOptions): Sidecar {
  const stopping = new AbortController()
  const { signal } = stopping
  let running: { readonly child: ChildProcess; readonly channels: Multiplexer } | undefined

  const run = async (): Promise<void> => {
    for (let failures = 0; !signal.aborted; failures++) {
      if (!(await options.isIntact())) return options.altered()
      if (signal.aborted) return
      const started = performance.now()
      running = launch(options)
      await ended(running.child)
      running.channels.close()
      running = undefined
      if (performance.now() - started > WELL_MS) failures = 0
      const delay = RESTART_MS[Math.min(failures, RESTART_MS.length - 1)]
      await wait(delay, undefined, { signal }).catch(() => undefined)
    }
  }
  const finished = run()

  return {
    openChannel: () => running?.channels.open() ?? null,
    stop: async () => {
      stopping.abort()
      running?.channels.close()
      const { child } = running ?? {}
      const force = setTimeout(() => child?.kill('SIGKILL'), QUIT_MS)
      await finished
      clearTimeout(force)
    },
  }
}

function launch({ node, program, env }: SidecarOptions): { child: ChildProcess; channels: Multiplexer } {
  const child = spawn(node, [program, '--pipe'], {
    env,
    // `overlapped` is `pipe`, read without blocking on Windows. The journal of the workstation is its own affair.
    stdio: ['ignore', 'ignore', 'ignore', 'overlapped'],
    windowsHide: true,
  })
  const pipe = child.stdio[3] as Duplex
  return { child, channels: multiplex(duplexStream(pipe), (channel) => channel.close()) }
}

/** Settles when the process has ended, or could not begin. */
async function ended(child: ChildProcess): Promise<void> {
  await Promise.race([once(child, 'exit'), once(child, 'error')]).catch(() => undefined)
}
