import { lireJour, type Jour } from '../identite/date-naissance.ts'
import { refuser, type CodeRefus, type Refus } from '../refus/refus.ts'
import { echec, type Result } from '../result.ts'

/** Reads a day that has come, `jj/mm/aaaa` or eight digits. */
export const lireJourPasse = (saisie: string, aujourdhui: Jour): Result<Jour, Refus> =>
  lireSaisie(saisie, aujourdhui, 'administration/date')

/** Reads any day of the calendar, past or to come, `jj/mm/aaaa` or eight digits. */
export const lireJourCalendrier = (saisie: string): Result<Jour, Refus> =>
  lireSaisie(saisie, '9999-12-31', 'administration/date-ouverture')

function lireSaisie(saisie: string, borne: Jour, code: CodeRefus): Result<Jour, Refus> {
  const parties = /^(\d{2})[/. -]?(\d{2})[/. -]?(\d{4})$/.exec(saisie.trim())
  if (!parties) return echec(refuser(code))
  const jour = lireJour(`${parties[3]}-${parties[2]}-${parties[1]}`, borne)
  return jour.ok ? jour : echec(refuser(code))
}
