import type { CodeRefus } from '../refus/refus.ts'

/** A library the cards are read with, as IT looks for it: what it is for, where it is, which version. */
export interface Bibliotheque {
  readonly nom: 'pcsc' | 'koffi' | 'cryptolib' | 'apilec'
  readonly chemin: string | null
  readonly version: string | null
  /** Why it cannot be used, when it cannot. */
  readonly refus: CodeRefus | null
}
