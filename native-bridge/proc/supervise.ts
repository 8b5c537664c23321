import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A process kept alive: restarted when it ends, killed when it says nothing for too long. */
export interface Surveillance {
  /** False when it is down: the message went nowhere. */
  send(message: object): boolean
  stop(): Promise<void>
}

export interface OptionsSurveillance {
  readonly module: string
  /** Arguments of each new start. */
  readonly arguments: () => readonly string[]
  readonly battementMs: number
  readonly onMessage: (message: unknown) => void
  readonly onDown: () => void
}

/** Beats missed in a row before the process is taken for dead. Counted, not timed: a desk waking from sleep has missed none. */
const BATTEMENTS_MANQUES = 4
/** However often it falls, cards are back within three seconds. */
const RETOUR_MS = { premier: 250, dernier: 2000 } as const
/** A process that lived this long restarts at once again. */
const STABLE_MS = 3000
const ARRET_MS = 2000

/** Starts a Node module as a watched process. It inherits no environment but what PC/SC and the Cryptolib need. */
export function supervise(options: OptionsSurveillance): Surveillance {
  let enfant: ChildProcess | null = null
  let retour: number = RETOUR_MS.premier
  let minuterie: NodeJS.Timeout | undefined
  let arrete = false

  const start = (): void => {
    const depart = performance.now()
    const neuf = fork(options.module, [...options.arguments()], {
      env: minimalEnvironment(),
      execArgv: [],
      // Bytes travel as bytes: a PIN in a text could not be erased.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    enfant = neuf
    const unwatch = watchBeats(neuf, options.battementMs)
    neuf.on('message', options.onMessage)
    let tombe = false
    const fall = (): void => {
      if (tombe) return
      tombe = true
      unwatch()
      enfant = null
      if (arrete) return
      options.onDown()
      if (performance.now() - depart > STABLE_MS) retour = RETOUR_MS.premier
      minuterie = setTimeout(start, retour)
      retour = Math.min(retour * 2, RETOUR_MS.dernier)
    }
    neuf.once('exit', fall)
    neuf.once('error', fall)
  }

  start()
  return {
    send: (message) => enfant?.connected === true && enfant.send(message, () => undefined),
    async stop() {
      arrete = true
      clearTimeout(minuterie)
      if (enfant) await end(enfant)
    },
  }
}

/** Closing its channel asks the process to end; it is killed when it does not. */
async function end(enfant: ChildProcess): Promise<void> {
  const fin = once(enfant, 'exit')
  const delai = setTimeout(() => enfant.kill('SIGKILL'), ARRET_MS)
  if (enfant.connected) enfant.disconnect()
  else enfant.kill('SIGKILL')
  await fin
  clearTimeout(delai)
}

function watchBeats(enfant: ChildProcess, battementMs: number): () => void {
  let manques = 0
  enfant.on('message', () => {
    manques = 0
  })
  const minuterie = setInterval(() => {
    manques += 1
    if (manques > BATTEMENTS_MANQUES) enfant.kill('SIGKILL')
  }, battementMs)
  return () => clearInterval(minuterie)
}

/**
 * `NODE_OPTIONS` and the like would run foreign code beside the cards, and the traces of the Cryptolib would write PINs down. It finds
 * its settings and its cache through `ALLUSERSPROFILE`.
 */
const HERITEES = [
  'PATH',
  'SystemRoot',
  'ALLUSERSPROFILE',
  'PCSCLITE_CSOCK_NAME',
  'PCSCLITE_FILTER_IGNORE_READER_NAMES',
] as const

const minimalEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    HERITEES.flatMap((nom) => (process.env[nom] === undefined ? [] : [[nom, process.env[nom]]])),
  )
