/** Outcome of an act a user, a card or a network may make fail: a value on success, a typed refusal otherwise. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const succes = <T>(value: T): Result<T, never> => ({ ok: true, value })

export const echec = <E>(error: E): Result<never, E> => ({ ok: false, error })
