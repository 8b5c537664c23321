import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** A day as text, `AAAA-MM-JJ`. */
export type Jour = string

/** Reads a birth date `AAAA-MM-JJ`: a day of the calendar, not after `aujourdhui`. */
export function lireJour(texte: string, aujourdhui: Jour): Result<Jour, Refus> {
  const parties = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte)
  if (!parties) return echec(refuser('date/forme'))
  if (!existeAuCalendrier(Number(parties[1]), Number(parties[2]), Number(parties[3])))
    return echec(refuser('date/inexistante'))
  return texte > aujourdhui ? echec(refuser('date/future')) : succes(texte)
}

/** A stored day as an agent reads it, `jj/mm/aaaa`; any other text is shown as it is. */
export const ecrireJour = (jour: Jour): string => {
  const parties = /^([\d.]{4})-(\d{2})-(\d{2})$/.exec(jour)
  return parties ? `${parties[3]}/${parties[2]}/${parties[1]}` : jour
}

function existeAuCalendrier(annee: number, mois: number, jour: number): boolean {
  if (mois < 1 || mois > 12 || annee < 1) return false
  return jour >= 1 && jour <= joursDuMois(annee, mois)
}

function joursDuMois(annee: number, mois: number): number {
  if (mois === 2) return (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(mois) ? 30 : 31
}
