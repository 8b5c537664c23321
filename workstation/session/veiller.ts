import type { Session } from './session.ts'

/** Watches whether the agent is still there. */
export interface Veille {
  /** The agent did something. */
  readonly toucher: () => void
  readonly arreter: () => void
}

export interface OptionsVeille {
  readonly now: () => Date
  /** Time without a gesture, in milliseconds, after which the session closes. */
  readonly delaiMs: number
  /** Time between two looks at the clock, in milliseconds. */
  readonly periodeMs: number
}

/**
 * Closes the session of an agent who has left without saying so; the admission stays open and is found again at the next sign-in.
 * The hour is looked at, not timed: a desk that wakes up from sleep closes at once. Source: PGSSI-S, verrouillage de session.
 */
export function veiller(
  session: Pick<Session, 'agent' | 'fermer'>,
  { now, delaiMs, periodeMs }: OptionsVeille,
): Veille {
  let dernier = now().getTime()
  const toucher = (): void => {
    dernier = now().getTime()
  }
  const regarder = (): void => {
    const depuis = now().getTime() - dernier
    // A clock set back would otherwise keep the session open for as long.
    if (depuis < 0 || session.agent.lire() === null) return toucher()
    if (depuis < delaiMs) return
    toucher()
    void session.fermer('inactivite')
  }
  const minuterie = setInterval(regarder, periodeMs)
  minuterie.unref()
  return { toucher, arreter: () => clearInterval(minuterie) }
}
