import { isDeepStrictEqual } from 'node:util'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'

/** The last state of the cards and those who follow it. */
export interface StateFeed {
  /** Tells the followers, when it differs from the last one. */
  readonly publish: (etat: EtatCartes) => void
  readonly watch: (listener: (etat: EtatCartes) => void) => () => void
  /** The last state, or the first one to come. */
  readonly first: () => Promise<EtatCartes>
}

export function createStateFeed(): StateFeed {
  const listeners = new Set<(etat: EtatCartes) => void>()
  let dernier: EtatCartes | null = null
  const watch = (listener: (etat: EtatCartes) => void): (() => void) => {
    // A function of its own, so that the same listener given twice is two registrations.
    const appel = (etat: EtatCartes): void => listener(etat)
    listeners.add(appel)
    if (dernier) appel(dernier)
    return () => {
      listeners.delete(appel)
    }
  }
  return {
    watch,
    publish(etat) {
      if (isDeepStrictEqual(etat, dernier)) return
      dernier = etat
      for (const listener of listeners) listener(etat)
    },
    first: () =>
      new Promise((resolve) => {
        if (dernier) {
          resolve(dernier)
          return
        }
        const stop = watch((etat) => {
          stop()
          resolve(etat)
        })
      }),
  }
}
