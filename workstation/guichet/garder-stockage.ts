import type { Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import { DefautStockage } from '#services/coffre/defaut-stockage.ts'

/** Turns a disk that fails under an act into the refusal of that act; any other failure is a bug and stays one. */
export async function garderStockage<T>(acte: () => Promise<Result<T, Refus>>): Promise<Result<T, Refus>> {
  try {
    return await acte()
  } catch (cause) {
    if (cause instanceof DefautStockage) return echec(cause.refus)
    throw cause
  }
}
