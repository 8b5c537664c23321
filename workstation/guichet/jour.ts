/** The local calendar day of an instant, `AAAA-MM-JJ`. */
export function jourDe(instant: Date): string {
  const deux = (nombre: number): string => String(nombre).padStart(2, '0')
  return `${instant.getFullYear()}-${deux(instant.getMonth() + 1)}-${deux(instant.getDate())}`
}
