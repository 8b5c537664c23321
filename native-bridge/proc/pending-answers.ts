import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'

/** Requests made of the card process and not answered yet. */
export interface PendingAnswers<T> {
  open(): { readonly numero: number; readonly resultat: Promise<Result<T, Refus>> }
  /** Does nothing for a number that is not waiting. */
  settle(numero: number, resultat: Result<T, Refus>): void
  settleAll(refus: Result<never, Refus>): void
}

export function createPendingAnswers<T>(): PendingAnswers<T> {
  const attentes = new Map<number, (resultat: Result<T, Refus>) => void>()
  let dernier = 0
  const settle = (numero: number, resultat: Result<T, Refus>): void => {
    attentes.get(numero)?.(resultat)
    attentes.delete(numero)
  }
  return {
    open() {
      const { promise, resolve } = Promise.withResolvers<Result<T, Refus>>()
      dernier += 1
      attentes.set(dernier, resolve)
      return { numero: dernier, resultat: promise }
    },
    settle,
    settleAll(refus) {
      for (const numero of attentes.keys()) settle(numero, refus)
    },
  }
}
