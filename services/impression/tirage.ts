import type { Place } from '#domain/etiquette/planche-24.ts'
import type { Support } from '#domain/etiquette/primitive.ts'

/** A pattern, the sheets it goes on and where; `titre` is the only metadata, never an identity. */
export interface Tirage {
  readonly titre: string
  readonly motif: Support
  readonly feuille: Support
  readonly places: readonly Place[]
}
