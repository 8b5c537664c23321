/** How many calls one workstation may make: far above what a desk needs, far below what a loop would make. Source: CNIL, appels en masse. */
export interface Cadence {
  readonly parMinute: number
  readonly parHeure: number
}

export const CADENCE_PAR_DEFAUT: Cadence = { parMinute: 10, parHeure: 150 }

const MINUTE_MS = 60_000
const HEURE_MS = 3_600_000

/** Tells whether one more call may leave, by the instants of those that left. */
export const peutPartir = (departs: readonly number[], maintenantMs: number, cadence: Cadence): boolean =>
  depuis(departs, maintenantMs - MINUTE_MS).length < cadence.parMinute &&
  depuis(departs, maintenantMs - HEURE_MS).length < cadence.parHeure

/** The same for a call put off: half of what is allowed is kept for the patients at the desk. */
export const peutRejouer = (departs: readonly number[], maintenantMs: number, cadence: Cadence): boolean =>
  peutPartir(departs, maintenantMs, { parMinute: cadence.parMinute / 2, parHeure: cadence.parHeure / 2 })

/** The departures that still count, this one among them. */
export const noterDepart = (departs: readonly number[], maintenantMs: number): readonly number[] => [
  ...depuis(departs, maintenantMs - HEURE_MS),
  maintenantMs,
]

const depuis = (departs: readonly number[], debutMs: number): readonly number[] =>
  departs.filter((depart) => depart > debutMs)
