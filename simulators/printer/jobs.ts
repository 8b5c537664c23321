/**
 * What the stand-in plays: all is well, a job that never ends, no paper at all, paper that runs out on the next job, refusal,
 * connection cut in the middle of a document.
 */
export type Mode = 'ok' | 'lent' | 'papier' | 'papier-en-cours' | 'refus' | 'coupure'

export const MODES: readonly Mode[] = ['ok', 'lent', 'papier', 'papier-en-cours', 'refus', 'coupure']

export const estMode = (texte: string): texte is Mode => MODES.some((mode) => mode === texte)

/** States of a job. Source: RFC 8011 §5.3.7. */
export const ETATS = { processing: 5, stopped: 6, canceled: 7, completed: 9 } as const

/** A document handed in: its name, who sent it, its bytes. */
export interface Depot {
  readonly nom: string
  readonly demandeur: string
  readonly octets: Buffer
}

export interface Travail extends Depot {
  readonly id: number
  readonly pages: number
  etat: (typeof ETATS)[keyof typeof ETATS]
}

/** The queue of the stand-in: a job without paper waits for it, a finished job is handed to `imprimer` once. */
export class File {
  readonly #travaux: Travail[] = []
  readonly #imprimer: (travail: Travail) => Promise<void>
  mode: Mode

  constructor(mode: Mode, imprimer: (travail: Travail) => Promise<void>) {
    this.mode = mode
    this.#imprimer = imprimer
  }

  get travaux(): readonly Travail[] {
    return this.#travaux
  }

  accepter(depot: Depot): Travail {
    const pages = depot.octets.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 1
    const sansPapier = this.mode === 'papier' || this.mode === 'papier-en-cours'
    const etat = sansPapier ? ETATS.stopped : ETATS.processing
    const travail: Travail = { ...depot, id: this.#travaux.length + 1, pages, etat }
    this.#travaux.push(travail)
    return travail
  }

  /** Moves a job one step, as time would: each look at a job that has paper finds it one step further. */
  async avancer(travail: Travail): Promise<void> {
    if (travail.etat === ETATS.stopped && this.mode === 'ok') travail.etat = ETATS.processing
    else if (travail.etat === ETATS.processing && this.mode !== 'lent') {
      await this.#imprimer(travail)
      travail.etat = ETATS.completed
    }
  }

  annuler(travail: Travail): boolean {
    const possible = travail.etat === ETATS.processing || travail.etat === ETATS.stopped
    if (possible) travail.etat = ETATS.canceled
    return possible
  }
}
