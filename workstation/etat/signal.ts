/** A value that changes and that several windows follow; each follower always gets the latest, never a backlog. */
export interface Signal<T> {
  lire(): T
  poser(valeur: T): void
  /** Gives the current value at once, then each later one, until `signal` aborts. */
  suivre(signal?: AbortSignal): AsyncGenerator<T, void, void>
}

export function creerSignal<T>(initiale: T): Signal<T> {
  let valeur = initiale
  const reveils = new Set<() => void>()
  return {
    lire: () => valeur,
    poser(suivante) {
      valeur = suivante
      for (const reveiller of reveils) reveiller()
    },
    async *suivre(signal) {
      let attente = Promise.withResolvers<void>()
      const reveiller = () => attente.resolve()
      reveils.add(reveiller)
      signal?.addEventListener('abort', reveiller)
      try {
        for (;;) {
          if (signal?.aborted) return
          attente = Promise.withResolvers<void>()
          yield valeur
          await attente.promise
        }
      } finally {
        reveils.delete(reveiller)
        signal?.removeEventListener('abort', reveiller)
      }
    },
  }
}
