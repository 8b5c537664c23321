/** A date as a source writes it (`jj/mm/aaaa`, `AAAA-MM-JJ`, eight digits), as `AAAA-MM-JJ`; any other text is kept. */
export function enJour(brut: string): string {
  const texte = brut.trim()
  const parties = /^(\d{2})[/. -]?(\d{2})[/. -]?(\d{4})$/.exec(texte)
  return parties ? `${parties[3]}-${parties[2]}-${parties[1]}` : texte
}

/** Year, month and day of `AAAA-MM-JJ`, as text. */
export interface PartiesDate {
  readonly annee: string
  readonly mois: string
  readonly jour: string
}

export function partiesDe(date: string): PartiesDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  return { annee: date.slice(0, 4), mois: date.slice(5, 7), jour: date.slice(8) }
}

/** A month or a day out of the calendar says nothing: zero when unknown, above 12 or 31 in a lunar date. */
export const moisConnu = ({ mois }: PartiesDate): boolean => mois >= '01' && mois <= '12'

export const jourConnu = ({ jour }: PartiesDate): boolean => jour >= '01' && jour <= '31'

/** The date that one lacking its day, its month or both is kept as: 01/MM, JJ/01 or 31/12. Source: EXI ID 11, EXI PP 19. */
export function completer(date: PartiesDate): string {
  const { annee, mois, jour } = date
  if (moisConnu(date)) return `${annee}-${mois}-01`
  return jourConnu(date) ? `${annee}-01-${jour}` : `${annee}-12-31`
}

/** Tells whether an uncertain date, completed by the conventions, may stand for `exacte`. Source: EXI PP 19. */
export function peutValoir(incertaine: PartiesDate, exacte: PartiesDate): boolean {
  if (incertaine.annee !== exacte.annee) return false
  if (incertaine.mois === '12' && incertaine.jour === '31') return true
  if (incertaine.jour === '01' && incertaine.mois === exacte.mois) return true
  return incertaine.mois === '01' && incertaine.jour === exacte.jour
}
