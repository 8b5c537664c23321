/** The local calendar day of an instant, `AAAA-MM-JJ`. */
export const jourDe = (instant: Date): string => momentDe(instant).slice(0, 10)

/** The local time of an instant, to the minute: `AAAA-MM-JJTHH:MM`. */
export function momentDe(instant: Date): string {
  const deux = (nombre: number): string => String(nombre).padStart(2, '0')
  const jour = [instant.getFullYear(), deux(instant.getMonth() + 1), deux(instant.getDate())].join('-')
  return `${jour}T${deux(instant.getHours())}:${deux(instant.getMinutes())}`
}
