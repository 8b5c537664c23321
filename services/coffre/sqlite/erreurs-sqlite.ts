import { refuser, type Refus } from '#domain/refus/refus.ts'
import { DefautStockage } from '../defaut-stockage.ts'
import { SqliteError } from './driver.ts'

/** The refusal that a failure of SQLite stands for, or null for a bug of ours. Source: sqlite.org/rescode.html */
export function refusDe(erreur: unknown): Refus | null {
  if (!(erreur instanceof SqliteError)) return null
  if (/^SQLITE_(BUSY|LOCKED)/.test(erreur.code)) return refuser('coffre/occupe')
  if (/^SQLITE_(CORRUPT|NOTADB|CANTOPEN)/.test(erreur.code)) return refuser('coffre/illisible')
  if (/^SQLITE_(FULL|IOERR|READONLY|PERM)/.test(erreur.code)) return refuser('coffre/ecriture')
  return null
}

/** SQLite's answer to a wrong key as to a damaged first page. */
export const estIndechiffrable = (erreur: unknown): boolean =>
  erreur instanceof SqliteError && erreur.code === 'SQLITE_NOTADB'

/** Does a piece of work on the store; a failing disk or a damaged file becomes a `DefautStockage`. */
export function garder<T>(travail: () => T): T {
  try {
    return travail()
  } catch (erreur) {
    const refus = refusDe(erreur)
    throw refus ? new DefautStockage(refus) : erreur
  }
}
