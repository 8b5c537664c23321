import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Writable } from 'node:stream'

/** A program of the repository run by Node, talked to by lines: orders on its input, one JSON object a line on its output. */
export interface Programme {
  readonly pid: number
  /** The next JSON line; rejects when the program ends first, with what it wrote on its error output. */
  ligne(): Promise<Record<string, unknown>>
  /** Sends an order and gives the line that answers it. */
  ordonner(ordre: string): Promise<Record<string, unknown>>
  /** Its input, for a person to type orders into. */
  readonly entree: Writable
  /** Settles with the exit code, null when killed. */
  readonly fin: Promise<number | null>
  tuer(signal?: NodeJS.Signals): void
  /** Closes its input, which ends it, and waits; kills it after five seconds. */
  arreter(): Promise<void>
}

interface Options {
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

export function lancerProgramme(fichier: string, { args = [], env = process.env }: Options = {}): Programme {
  const enfant = spawn(process.execPath, ['--disable-sigusr1', fichier, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const recues: Record<string, unknown>[] = []
  const attentes: ((ligne: Record<string, unknown> | Error) => void)[] = []
  const erreurs = garderFin(enfant)
  enfant.stdin.on('error', () => undefined)

  createInterface({ input: enfant.stdout }).on('line', (texte) => {
    if (!texte.startsWith('{')) return
    const ligne = JSON.parse(texte) as Record<string, unknown>
    const attente = attentes.shift()
    if (attente) attente(ligne)
    else recues.push(ligne)
  })
  const fin = new Promise<number | null>((resolve) => {
    enfant.once('close', (code) => {
      for (const attente of attentes.splice(0)) attente(new Error(`${fichier} ended: ${erreurs()}`))
      resolve(code)
    })
    enfant.once('error', () => resolve(127))
  })

  const ligne = (): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const prete = recues.shift()
      if (prete) return resolve(prete)
      if (enfant.exitCode !== null) return reject(new Error(`${fichier} ended: ${erreurs()}`))
      attentes.push((recue) => (recue instanceof Error ? reject(recue) : resolve(recue)))
    })

  return {
    pid: enfant.pid ?? 0,
    ligne,
    ordonner(ordre) {
      enfant.stdin.write(`${ordre}\n`)
      return ligne()
    },
    entree: enfant.stdin,
    fin,
    tuer: (signal = 'SIGKILL') => void enfant.kill(signal),
    async arreter() {
      enfant.stdin.end()
      const delai = setTimeout(() => enfant.kill('SIGKILL'), 5000)
      await fin
      clearTimeout(delai)
    },
  }
}

/** Keeps the last lines of the error output, to explain a program that ends too soon. */
function garderFin(enfant: ChildProcess): () => string {
  let texte = ''
  enfant.stderr?.setEncoding('utf8').on('data', (morceau: string) => {
    texte = (texte + morceau).slice(-4000)
  })
  return () => texte
}
