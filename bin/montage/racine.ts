import { join } from 'node:path'

/** A path of the repository. */
export const racine = (...chemin: readonly string[]): string => join(import.meta.dirname, '../..', ...chemin)
