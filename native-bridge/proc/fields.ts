import { estCodeRefus, refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/** Readers of the fields of a message: each gives null for anything but what it reads. */

export const record = (valeur: unknown): Readonly<Record<string, unknown>> | null =>
  typeof valeur === 'object' && valeur !== null ? (valeur as Record<string, unknown>) : null

/** Longer than any reader's name or trait of a card, and more than its readers or persons. */
const LONGUEUR_MAX = 500
const NOMBRE_MAX = 64

export const text = (valeur: unknown, max = LONGUEUR_MAX): string | null =>
  typeof valeur === 'string' && valeur.length <= max ? valeur : null

/** Undefined for what is neither a text nor null. */
export const textOrNull = (valeur: unknown): string | null | undefined =>
  valeur === null ? null : (text(valeur) ?? undefined)

export const integer = (valeur: unknown): number | null =>
  typeof valeur === 'number' && Number.isSafeInteger(valeur) ? valeur : null

export const bytes = (valeur: unknown, max: number): Uint8Array | null =>
  valeur instanceof Uint8Array && valeur.length <= max ? valeur : null

/** One of the words of a list. */
export const oneOf = <T extends string>(valeur: unknown, mots: readonly T[]): T | null =>
  mots.find((mot) => mot === valeur) ?? null

/** Every item of a list, or null when one of them cannot be read. */
export function list<T>(valeur: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(valeur) || valeur.length > NOMBRE_MAX) return null
  const lus = valeur.map(read).filter((lu) => lu !== null)
  return lus.length === valeur.length ? lus : null
}

export const codeRefus = (valeur: unknown): CodeRefus | null =>
  typeof valeur === 'string' && estCodeRefus(valeur) ? valeur : null

/** A result whose value `read` reads; somebody waits for it, so that what cannot be read is a refusal and not a silence. */
export function result<T>(valeur: unknown, read: (value: unknown) => T | null): Result<T, Refus> {
  const champs = record(valeur)
  const value = champs?.['ok'] === true ? read(champs['value']) : null
  if (value !== null) return succes(value)
  const refus = champs?.['ok'] === false ? record(champs['error']) : null
  const code = codeRefus(refus?.['code'])
  return echec(code ? refuser(code, text(refus?.['champ']) ?? undefined) : refuser('cartes/anomalie'))
}
