import { echec, succes, type Result } from '#domain/result.ts'
import type { Contexte, Liaison, PcscDriver, Reponse } from './pcsc-driver.ts'
import { SCARD, type CodeScard } from './scard-codes.ts'

type Operation = Exclude<keyof PcscDriver, 'systeme'>

/** A reader of the script: its PC/SC state, counter included, and its ATR in hexadecimal. */
interface LecteurScript {
  readonly etat: number
  readonly atr?: string
}

/** A PC/SC driver that follows a script: codes no service here gives, Windows ones among them. */
export interface ScriptedDriver extends PcscDriver {
  /** Names of the calls received. */
  readonly appels: Operation[]
  /** Contexts opened and not released. */
  ouverts(): number
  /** The next calls of this operation fail with these codes, 0 standing for a success. */
  readonly fail: (operation: Operation, ...codes: readonly CodeScard[]) => void
  /** Every call of this operation fails, until `null`. */
  break(operation: Operation, code: CodeScard | null): void
  /** Plugs readers and moves cards. */
  plug(lecteurs: Readonly<Record<string, LecteurScript>>): void
}

export interface OptionsScript {
  readonly systeme?: NodeJS.Platform
  readonly lecteurs?: Readonly<Record<string, LecteurScript>>
  readonly apdu?: (commande: Uint8Array) => Uint8Array | Promise<Uint8Array>
  /** Waits end at once even with nothing new, as some drivers do. */
  readonly impatient?: boolean
}

const FAIT = Uint8Array.of(0x90, 0x00)
const CHANGED = 0x2
const LIAISON: Liaison = { poignee: 1, protocole: 1 }

export function scriptedDriver(options: OptionsScript = {}): ScriptedDriver {
  const plan = failurePlan()
  const attentes = new Set<() => void>()
  let lecteurs = options.lecteurs ?? {}
  let contextes = 0
  let dernierContexte = 0
  const answer = <T>(operation: Operation, value: () => T): Reponse<T> =>
    Promise.resolve(plan.run(operation, value))
  const nothing = (operation: Operation) => () => answer(operation, () => undefined)
  const connected = (operation: Operation) => () => answer(operation, () => LIAISON)
  const wake = (): void => attentes.forEach((wakeOne) => wakeOne())

  return {
    systeme: options.systeme ?? 'linux',
    appels: plan.appels,
    ouverts: () => contextes,
    fail: plan.fail,
    break(operation, code) {
      plan.break(operation, code)
      wake()
    },
    plug(nouveaux) {
      lecteurs = nouveaux
      wake()
    },
    establish: () =>
      answer('establish', () => {
        contextes += 1
        dernierContexte += 1
        return dernierContexte as Contexte
      }),
    release: () => answer('release', () => void (contextes -= 1)),
    cancel() {
      wake()
      return answer('cancel', () => undefined)
    },
    listReaders: () => answer('listReaders', () => Object.keys(lecteurs)),
    async statusChange(_contexte, delaiMs, attendus) {
      const changed = (): boolean =>
        attendus.some(({ nom, etatConnu }) => lecteurs[nom] && lecteurs[nom].etat !== etatConnu)
      if (!changed() && options.impatient !== true) await waitFor(attentes, delaiMs)
      return plan.run('statusChange', () =>
        attendus.map(({ nom, etatConnu }) => ({
          nom,
          etat: lecteurs[nom] ? lecteurs[nom].etat | CHANGED : etatConnu,
          atr: new Uint8Array(Buffer.from(lecteurs[nom]?.atr ?? '', 'hex')),
        })),
      )
    },
    connect: connected('connect'),
    reconnect: connected('reconnect'),
    disconnect: nothing('disconnect'),
    begin: nothing('begin'),
    end: nothing('end'),
    async transmit(_liaison, commande) {
      const rompu = plan.run('transmit', () => undefined)
      return rompu.ok ? succes((await options.apdu?.(commande)) ?? FAIT) : rompu
    },
  }
}

/** Which calls succeed: all of them, until told otherwise. */
function failurePlan() {
  const appels: Operation[] = []
  const prevus = new Map<Operation, CodeScard[]>()
  const rompus = new Map<Operation, CodeScard>()
  return {
    appels,
    fail: (operation: Operation, ...codes: readonly CodeScard[]): void => {
      prevus.set(operation, [...codes])
    },
    break: (operation: Operation, code: CodeScard | null): void => {
      if (code === null) rompus.delete(operation)
      else rompus.set(operation, code)
    },
    run: <T>(operation: Operation, value: () => T): Result<T, CodeScard> => {
      appels.push(operation)
      const code = prevus.get(operation)?.shift() ?? rompus.get(operation) ?? SCARD.SUCCESS
      return code === SCARD.SUCCESS ? succes(value()) : echec(code)
    },
  }
}

function waitFor(attentes: Set<() => void>, delaiMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const minuterie = setTimeout(resolve, delaiMs)
  attentes.add(resolve)
  return promise.finally(() => {
    clearTimeout(minuterie)
    attentes.delete(resolve)
  })
}
