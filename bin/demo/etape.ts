import type { Page } from 'playwright-core'
import type { Agent } from '../montage/agent.ts'
import type { Atelier } from '../montage/atelier.ts'

/** What a step of the demonstration may act upon. */
export interface Scene {
  readonly atelier: Atelier
  readonly agent: Agent
  readonly page: Page
  /** Orders given to the simulated readers: `inserer B`, `retirer`… */
  readonly cartes: (ordre: string) => Promise<unknown>
}

/** A step: what it shows, and how the agent plays it. */
export interface Etape {
  readonly nom: string
  jouer(scene: Scene): Promise<void>
}

/** A fact checked after the gesture, and what was seen; `reussi` is null when this machine lacks what checking it takes. */
export interface Controle {
  readonly nom: string
  readonly reussi: boolean | null
  readonly vu: string
}
