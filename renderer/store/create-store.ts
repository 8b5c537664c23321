/** A value that can be read and followed; `subscribe` returns what stops it. */
export interface Observable<T> {
  readonly read: () => T
  readonly subscribe: (listener: () => void) => () => void
}

export interface Store<T> extends Observable<T> {
  readonly update: (change: (state: T) => T) => void
}

/** A value held in one place; listeners are called only when it really changes. */
export function createStore<T>(initial: T): Store<T> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    read: () => state,
    update: (change) => {
      const next = change(state)
      if (Object.is(next, state)) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
