import type { CodeRefus } from '../refus/refus.ts'

/** Kinds of cards a reader may hold, told by ATR and confirmed by SELECT. */
export type GenreCarte =
  'vitale2' | 'vitale1' | 'cps3' | 'cps3-sans-contact' | 'cps4' | 'agent-cnam' | 'inconnue'

/** One reader and what it holds. `presence` counts insertions: two different values mean two different insertions. */
export interface EtatLecteur {
  readonly nom: string
  readonly carte: GenreCarte | null
  readonly muette: boolean
  readonly presence: number
}

/** The card layer as a whole, as the desk shows it. `refus` tells why it cannot read, when it cannot. */
export interface EtatCartes {
  readonly lecteurs: readonly EtatLecteur[]
  readonly refus: CodeRefus | null
}
