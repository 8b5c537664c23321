/** The calls a test may hold back. */
export type Appel = 'carte' | 'insi' | 'lieu' | 'impression'

/** Doors a test closes before a call answers. */
export interface Gates {
  /** Resolves once the door of this call is open. */
  readonly pass: (appel: Appel) => Promise<void>
  /** Closes the door of these calls; returns what opens it. */
  readonly hold: (appel: Appel) => () => void
}

export function createGates(): Gates {
  const doors = new Map<Appel, Promise<void>>()
  return {
    pass: (appel) => doors.get(appel) ?? Promise.resolve(),
    hold: (appel) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      doors.set(appel, promise)
      return resolve
    },
  }
}
