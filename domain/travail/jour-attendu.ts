import { lireJour, type Jour } from '../identite/date-naissance.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, type Result } from '../result.ts'
import type { Preparation } from './faits-travail.ts'

/** Reads the day a patient is expected, `jj/mm/aaaa` or eight digits, today or later. Refusal `preadmission/date`. */
export function lireJourAttendu(saisie: string, aujourdhui: Jour): Result<Jour, Refus> {
  const parties = /^(\d{2})[/. -]?(\d{2})[/. -]?(\d{4})$/.exec(saisie.trim())
  const jour = parties && lireJour(`${parties[3]}-${parties[2]}-${parties[1]}`, '9999-12-31')
  return jour?.ok && jour.value >= aujourdhui ? jour : echec(refuser('preadmission/date'))
}

/** Tells whether a patient who is there today is the one a visit was prepared for: that day, or since. Source: ID-15. */
export const estAttendu = ({ pour }: Preparation, aujourdhui: Jour): boolean => pour <= aujourdhui
