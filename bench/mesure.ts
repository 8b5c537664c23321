/** One figure of a run: what was measured, against what, and the goal it is held to. */
export interface Mesure {
  readonly nom: string
  /** Median of what this product takes, in ms. */
  readonly valeur: number
  /** Median of the thing it is compared to in the same run, in ms, or null. */
  readonly reference: number | null
  readonly but: string
  readonly atteint: boolean
  readonly detail: string
}

export function mediane(valeurs: readonly number[]): number {
  const tries = valeurs.toSorted((a, b) => a - b)
  return tries[Math.floor(tries.length / 2)] ?? Number.NaN
}

export async function chronometrer(travail: () => Promise<unknown>): Promise<number> {
  const debut = performance.now()
  await travail()
  return performance.now() - debut
}
