import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import { lireJour, type Jour } from './date-naissance.ts'

/** A birth date as identities carry it: a day of the calendar, and whether a rule had to complete it. Source: EXI ID 11. */
export interface Naissance {
  readonly jour: Jour
  readonly incertaine: boolean
}

/** What a card that gives two figures of the year is shown as. Source: CNAM, API de lecture Vitale, `dateEnCarte`. */
const SANS_SIECLE = /^\d{2}\/\d{2}\/\.\.\d{2}$/

interface Parties {
  readonly jour: number
  readonly mois: number
  readonly annee: string
}

/**
 * Reads a typed birth date: `jj/mm/aaaa` or eight digits; `00` for what is unknown, `mm/aaaa`, `aaaa`, or an announced age
 * (`70 ans`) are completed by the table of uncertain dates; a final `?` marks a full date as uncertain.
 * Source: RNIV EXI PP 19, EXI ID 11.
 */
export function lireNaissance(saisie: string, aujourdhui: Jour): Result<Naissance, Refus> {
  const texte = saisie.trim()
  const douteuse = texte.endsWith('?')
  const parties = lireParties(douteuse ? texte.slice(0, -1).trimEnd() : texte, aujourdhui)
  if (parties === null) return echec(refuser(SANS_SIECLE.test(texte) ? 'date/siecle' : 'date/forme'))
  if (parties.mois > 12 || parties.jour > 31) return echec(refuser('date/lunaire'))
  const partielle = parties.mois === 0 || parties.jour === 0
  const lue = lireJour(completer(parties), aujourdhui)
  if (lue.ok) return succes({ jour: lue.value, incertaine: partielle || douteuse })
  return partielle && lue.error.code === 'date/future' ? echec(refuser('date/incertaine-future')) : lue
}

/**
 * Converts a date returned by INSi, `AAAA-MM-JJ`: what no calendar holds (zeros, lunar months or days) counts as unknown, by
 * the same table; null when nothing can be made of it. The caller keeps the returned text. Source: FR Core, dates exceptionnelles.
 */
export function convertirDateInsi(texte: string, aujourdhui: Jour): Naissance | null {
  const lu = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte)
  if (!lu) return null
  const [annee, mois, jour] = [`${lu[1]}`, Number(lu[2]), Number(lu[3])]
  const moisConnu = mois > 12 ? 0 : mois
  const exacte = lireJour(texte, aujourdhui)
  if (exacte.ok) return { jour: exacte.value, incertaine: false }
  const jourPossible = lireJour(`${annee}-${deux(moisConnu || 1)}-${deux(jour)}`, aujourdhui).ok
  const convertie = lireJour(completer({ annee, mois: moisConnu, jour: jourPossible ? jour : 0 }), aujourdhui)
  return convertie.ok ? { jour: convertie.value, incertaine: true } : null
}

/** Whole years of age on a day. */
export function ageLe(naissance: Jour, jour: Jour): number {
  const ans = Number(jour.slice(0, 4)) - Number(naissance.slice(0, 4))
  return jour.slice(5) < naissance.slice(5) ? ans - 1 : ans
}

/** Day unknown: the first; month unknown: January; both: 31 December. Source: RNIV EXI PP 19. */
function completer({ jour, mois, annee }: Parties): Jour {
  if (jour === 0 && mois === 0) return `${annee}-12-31`
  return `${annee}-${deux(mois || 1)}-${deux(jour || 1)}`
}

function lireParties(texte: string, aujourdhui: Jour): Parties | null {
  const complete = /^(\d{2})[/. -]?(\d{2})[/. -]?(\d{4})$/.exec(texte)
  if (complete) return { jour: Number(complete[1]), mois: Number(complete[2]), annee: `${complete[3]}` }
  const partielle = /^(?:(\d{2})[/. -]?)?((?:18|19|20)\d{2})$/.exec(texte)
  if (partielle) return { jour: 0, mois: Number(partielle[1] ?? 0), annee: `${partielle[2]}` }
  const age = /^(\d{1,3}) ?ans?$/i.exec(texte)
  return age ? { jour: 0, mois: 0, annee: anneeDe(Number(age[1]), aujourdhui) } : null
}

/** The year whose 31 December gives this age today. Source: RNIV EXI PP 19, year compatible with the announced age. */
const anneeDe = (age: number, aujourdhui: Jour): string =>
  String(Number(aujourdhui.slice(0, 4)) - age - (aujourdhui.endsWith('-12-31') ? 0 : 1))

const deux = (nombre: number): string => String(nombre).padStart(2, '0')
