import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import { lireJour, type Jour } from './date-naissance.ts'

/** Reads the last day of validity of a document, `jj/mm/aaaa` or eight digits, past or to come; null when none was typed. */
export function lireExpiration(saisie: string): Result<Jour | null, Refus> {
  if (saisie.trim() === '') return succes(null)
  const parties = /^(\d{2})[/. -]?(\d{2})[/. -]?(\d{4})$/.exec(saisie.trim())
  const jour = parties && lireJour(`${parties[3]}-${parties[2]}-${parties[1]}`, '9999-12-31')
  return jour?.ok ? jour : echec(refuser('piece/expiration'))
}
