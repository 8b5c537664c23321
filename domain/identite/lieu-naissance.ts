import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** Birth place unknown. Source: RNIV, FR Core #262. */
export const LIEU_INCONNU = '99999'

const COG = /^(?:(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|20)\d{3}|9[78]\d{3}|99\d{3})$/

/** Reads an INSEE code of a commune (2A/2B, former 20xxx, overseas) or a country (99xxx); not a postal code. */
export function lireLieu(saisie: string): Result<string, Refus> {
  const code = saisie.trim().toUpperCase()
  return COG.test(code) ? succes(code) : echec(refuser('lieu/forme'))
}
