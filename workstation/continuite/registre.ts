import { noterDepart, peutPartir, peutRejouer, type Cadence } from '#domain/insi/cadence.ts'
import { essaiPermisA, rejeuPermisA } from '#domain/insi/disjoncteur.ts'
import {
  meteoDe,
  observer,
  pannesDeSuite,
  recentes,
  type Meteo,
  type Observation,
} from '#domain/insi/meteo.ts'
import { estObserve } from '#domain/insi/pannes.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'

/** What an establishment decides about the calls of one workstation. */
export interface ReglagesAppels {
  readonly cadence: Cadence
  /** Time between two calls put off. */
  readonly rejeuMs: number
  /** Whether failures in a row hold calls back: not in recette, which answers a fault for whoever it does not know. Source: INSi, recette. */
  readonly disjoncteur: boolean
}

/** The last calls of a workstation, and what they allow now. */
export interface Registre {
  readonly meteo: () => Meteo
  /** The instant of the next trial, in milliseconds; null while no call is held back. */
  readonly essaiA: () => number | null
  /** Failures in a row. */
  readonly pannes: () => number
  /** Why no call leaves now; null when one may. */
  readonly refus: () => CodeRefus | null
  /** A call leaves; returns what says how it ended, true when that says something of INSi. */
  readonly partir: () => (refus: CodeRefus | null) => boolean
  /** Whether a call put off may leave now; true is said once a call. */
  readonly laisserRejouer: () => boolean
  /** Forgets what is too old to count; true when something was. */
  readonly oublier: () => boolean
}

/** `instant` is in milliseconds since the epoch. */
export function tenirRegistre(reglages: ReglagesAppels, instant: () => number): Registre {
  let observations: readonly Observation[] = []
  let departs: readonly number[] = []
  let dernierRejeu = -Infinity
  const essaiA = () => (reglages.disjoncteur ? essaiPermisA(observations) : null)

  function refus(): CodeRefus | null {
    if ((essaiA() ?? 0) > instant()) return 'insi/disjoncte'
    return peutPartir(departs, instant(), reglages.cadence) ? null : 'insi/cadence'
  }
  function peutRejouerMaintenant(): boolean {
    const pause = (rejeuPermisA(observations) ?? 0) > instant()
    const tropTot = instant() - dernierRejeu < reglages.rejeuMs
    return refus() === null && !pause && !tropTot && peutRejouer(departs, instant(), reglages.cadence)
  }

  return {
    meteo: () => meteoDe(observations),
    essaiA,
    pannes: () => pannesDeSuite(observations),
    refus,
    partir() {
      const debutMs = instant()
      departs = noterDepart(departs, debutMs)
      return (fin) => {
        if (fin !== null && !estObserve(fin)) return false
        observations = observer(observations, { finMs: instant(), dureeMs: instant() - debutMs, refus: fin })
        return true
      }
    },
    laisserRejouer() {
      const permis = peutRejouerMaintenant()
      if (permis) dernierRejeu = instant()
      return permis
    },
    oublier() {
      const restantes = recentes(observations, instant())
      const oublie = restantes.length < observations.length
      observations = restantes
      return oublie
    },
  }
}
