import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import { createReaderQueue } from '../../pcsc/reader-queue.ts'

/** The acts asked of a PKCS#11 library, one at a time: none of them is written for more. */
export interface ActQueue {
  /** Runs an act in its turn. The card's departure (`signal`) or the delay ends the wait, never the native call under way. */
  run<T>(signal: AbortSignal, act: () => Promise<Result<T, Refus>>): Promise<Result<T, Refus>>
  /** Runs a closing behind the acts under way. */
  after(close: () => Promise<void>): void
}

/** `onHung` is told when an act outlives its delay: only the end of the process frees its library. */
export function createActQueue(delaiMs: number, onHung: () => void): ActQueue {
  const file = createReaderQueue()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => file.enter('cryptolib', act)
  return {
    after: (close) => void inTurn(close),
    async run<T>(signal: AbortSignal, act: () => Promise<Result<T, Refus>>) {
      const fin = Promise.withResolvers<Result<T, Refus>>()
      const leave = (): void => fin.resolve(RETIREE)
      const minuterie = setTimeout(() => {
        fin.resolve(echec(refuser('cpx/delai')))
        onHung()
      }, delaiMs)
      signal.addEventListener('abort', leave, { once: true })
      if (signal.aborted) leave()
      const travail = inTurn(() => (signal.aborted ? Promise.resolve(RETIREE) : act()))
      const resultat = await Promise.race([travail, fin.promise])
      clearTimeout(minuterie)
      signal.removeEventListener('abort', leave)
      return resultat
    },
  }
}

const RETIREE = echec(refuser('cpx/retiree'))
