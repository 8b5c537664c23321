/** The local calendar day of an instant, `AAAA-MM-JJ`. */
export const jourDe = (instant: Date): string => momentDe(instant).slice(0, 10)

/** The local time of an instant, to the minute: `AAAA-MM-JJTHH:MM`. */
export function momentDe(instant: Date): string {
  const jour = [instant.getFullYear(), deux(instant.getMonth() + 1), deux(instant.getDate())].join('-')
  return `${jour}T${deux(instant.getHours())}:${deux(instant.getMinutes())}`
}

/** The local time of an instant, to the second and without a sign: `AAAAMMJJHHMMSS`. */
export const horodatageDe = (instant: Date): string =>
  momentDe(instant).replaceAll(/\D/g, '') + deux(instant.getSeconds())

const deux = (nombre: number): string => String(nombre).padStart(2, '0')
