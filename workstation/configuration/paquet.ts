import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'

/** The product's own package, above the sources as above what is built of them. */
export const PAQUET = findPackageJSON(import.meta.url) ?? 'package.json'

/** The version of the product. */
export const lireVersion = async (): Promise<string> =>
  (JSON.parse(await readFile(PAQUET, 'utf8')) as { version: string }).version
