import type { Jour } from '#domain/identite/date-naissance.ts'

/** The local day of an instant, `AAAA-MM-JJ`: the agent's calendar bounds birth dates. */
export function localDay(now: Date): Jour {
  const part = (value: number, length: number): string => String(value).padStart(length, '0')
  return `${part(now.getFullYear(), 4)}-${part(now.getMonth() + 1, 2)}-${part(now.getDate(), 2)}`
}
