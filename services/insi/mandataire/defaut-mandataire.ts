import type { Refus } from '#domain/refus/refus.ts'

/** Thrown where Node wants an error: the way out failed before INSi was reached, for the reason it carries. */
export class DefautMandataire extends Error {
  override readonly name = 'DefautMandataire'
  readonly refus: Refus

  constructor(refus: Refus) {
    super(refus.code)
    this.refus = refus
  }
}
