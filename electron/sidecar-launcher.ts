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
/** Exit code of a workstation that refuses to start, with one JSON line saying why on its error output. */
const REFUSED = 2
const MAX_REFUSAL = 4096
/** A signal would otherwise open a debugger on a port of the machine, for any of its users. */
const SEALED = ['--disable-sigusr1']

export interface SidecarOptions {
  /** Path of Node, then of the program of the workstation. */
  readonly node: string
  readonly program: string
  readonly env: Readonly<Record<string, string>>
  /** Whether the files of the workstation are those that were packaged; asked before every start. */
  readonly isIntact: () => Promise<boolean>
  /** Called when an altered workstation was not started. */
  readonly altered: () => void
  /** Called with a sentence for the agent when the workstation refuses to start; it is not started again. */
  readonly refused: (sentence: string) => void
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
      const refusal = await ended(running.child)
      running.channels.close()
      running = undefined
      if (refusal !== null) return options.refused(refusal)
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
  const child = spawn(node, [...SEALED, program, '--pipe'], {
    env,
    // `overlapped` is `pipe`, read without blocking on Windows. The journal of the workstation is its own affair.
    stdio: ['ignore', 'ignore', 'pipe', 'overlapped'],
    windowsHide: true,
  })
  const pipe = child.stdio[3] as Duplex
  return { child, channels: multiplex(duplexStream(pipe), (channel) => channel.close()) }
}

/** Settles when the process has ended, or could not begin; with the sentence of its refusal when it refused to start. */
async function ended(child: ChildProcess): Promise<string | null> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MAX_REFUSAL)
  })
  await Promise.race([once(child, 'close'), once(child, 'error')]).catch(() => undefined)
  return child.exitCode === REFUSED ? sentenceOf(said) : null
}

function sentenceOf(said: string): string {
  try {
    const { message } = JSON.parse(said.trim().split('\n').at(-1) ?? '') as { readonly message?: unknown }
    if (typeof message === 'string') return message
  } catch {
    // What was said is not a refusal of ours: the sentence below is all that can be told.
  }
  return 'Le poste refuse de démarrer sans dire pourquoi : prévenez l’informatique.'
}
