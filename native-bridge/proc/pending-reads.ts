import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'

type Resultat = Result<LectureVitale, Refus>

/** Readings asked of the card process and not answered yet. */
export interface PendingReads {
  open(): { readonly numero: number; readonly resultat: Promise<Resultat> }
  /** Does nothing for a number that is not waiting. */
  settle(numero: number, resultat: Resultat): void
  settleAll(resultat: Resultat): void
}

export function createPendingReads(): PendingReads {
  const attentes = new Map<number, (resultat: Resultat) => void>()
  let dernier = 0
  const settle = (numero: number, resultat: Resultat): void => {
    attentes.get(numero)?.(resultat)
    attentes.delete(numero)
  }
  return {
    open() {
      const { promise, resolve } = Promise.withResolvers<Resultat>()
      dernier += 1
      attentes.set(dernier, resolve)
      return { numero: dernier, resultat: promise }
    },
    settle,
    settleAll(resultat) {
      for (const numero of attentes.keys()) settle(numero, resultat)
    },
  }
}
