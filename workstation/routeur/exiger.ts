import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'

/** The typed error of every procedure of the contract. */
interface Erreurs {
  REFUS(options: { data: Refus }): Error
}

/** The value of a result, or the typed error of the contract that carries its refusal. */
export function exiger<T>(resultat: Result<T, Refus>, errors: Erreurs): T {
  if (resultat.ok) return resultat.value
  throw errors.REFUS({ data: resultat.error })
}
