import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'

interface Ports {
  readonly rejouer: () => Promise<Result<boolean, Refus>>
  /** Called before each try. */
  readonly regarder: () => void
  /** Time between two tries, in milliseconds. */
  readonly periodeMs: number
}

/**
 * Tries regularly to make one call put off, while the store is open; a refusal, such as a failing disk, leaves it to the next time.
 * Returns what stops it, once no try is running.
 */
export function rejouerQuandPossible({ rejouer, regarder, periodeMs }: Ports): () => Promise<void> {
  let enCours: Promise<unknown> = Promise.resolve()
  const minuterie = setInterval(() => {
    regarder()
    enCours = enCours.then(rejouer)
  }, periodeMs)
  minuterie.unref()
  return async () => {
    clearInterval(minuterie)
    await enCours
  }
}
