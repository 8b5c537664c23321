import type { Refus } from '#domain/refus/refus.ts'

/** A disk or a file failed under a running service; `refus` is what to show. Carries no data of what was being saved. */
export class DefautStockage extends Error {
  override readonly name = 'DefautStockage'
  readonly refus: Refus

  constructor(refus: Refus) {
    super(refus.code)
    this.refus = refus
  }
}
