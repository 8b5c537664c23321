import type { Kysely } from 'kysely'

/** One step of the schema, applied once, in the order of its number; a delivered step is never edited. */
export interface Migration {
  readonly numero: number
  appliquer(db: Kysely<unknown>): Promise<void>
}
