import { isDeepStrictEqual } from 'node:util'

/** The last state of something and those who follow it. */
export interface StateFeed<E> {
  /** Tells the followers, when it differs from the last one. */
  readonly publish: (etat: E) => void
  readonly watch: (listener: (etat: E) => void) => () => void
  /** The last state, or the first one to come. */
  readonly first: () => Promise<E>
}

export function createStateFeed<E extends object>(): StateFeed<E> {
  const listeners = new Set<(etat: E) => void>()
  let dernier: E | null = null
  const watch = (listener: (etat: E) => void): (() => void) => {
    // A function of its own, so that the same listener given twice is two registrations.
    const appel = (etat: E): void => listener(etat)
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
