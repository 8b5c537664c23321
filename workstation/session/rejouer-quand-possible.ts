import type { Vigie } from '../continuite/vigie.ts'
import type { Guichet } from '../guichet/guichet.ts'

interface Ports {
  readonly guichet: Pick<Guichet, 'rejouerDiffere'>
  readonly vigie: Pick<Vigie, 'regarder'>
  /** Time between two tries, in milliseconds. */
  readonly periodeMs: number
}

/**
 * Tries regularly to make one call put off, while the store is open; a refusal, such as a failing disk, leaves it to the next time.
 * Returns what stops it, once no try is running.
 */
export function rejouerQuandPossible({ guichet, vigie, periodeMs }: Ports): () => Promise<void> {
  let enCours: Promise<unknown> = Promise.resolve()
  const minuterie = setInterval(() => {
    vigie.regarder()
    enCours = enCours.then(() => guichet.rejouerDiffere())
  }, periodeMs)
  minuterie.unref()
  return async () => {
    clearInterval(minuterie)
    await enCours
  }
}
