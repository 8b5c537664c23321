/** Labels on a sheet. Source: contract of `impression.planche`. */
export const DEBUT_MAX = 24

/** The first free label of a sheet, kept on the sheet whatever was typed. */
export const bornerDebut = (debut: number): number =>
  Number.isInteger(debut) ? Math.min(Math.max(debut, 1), DEBUT_MAX) : 1
