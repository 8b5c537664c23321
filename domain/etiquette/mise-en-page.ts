import type { Barres, Primitive } from './primitive.ts'

/** A drawn label or page; `complet` is false when a trait could not be printed whole. */
export interface MiseEnPage {
  readonly primitives: readonly Primitive[]
  readonly complet: boolean
}

/** The codes of a stay, encoded. */
export interface CodesSejour {
  readonly ipp: Barres
  readonly nda: Barres
}
