import type { VueContinuite } from '#contracts/continuite.ts'
import {
  CADENCE_PAR_DEFAUT,
  noterDepart,
  peutPartir,
  peutRejouer,
  type Cadence,
} from '#domain/insi/cadence.ts'
import { essaiPermisA, rejeuPermisA } from '#domain/insi/disjoncteur.ts'
import { meteoDe, observer, pannesDeSuite, recentes, type Observation } from '#domain/insi/meteo.ts'
import { estObserve } from '#domain/insi/pannes.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import type { ActeJournal } from '#services/journal/acte-journal.ts'
import { creerSignal, type Signal } from '../etat/signal.ts'
import type { PortsGuichet } from '../guichet/ports-guichet.ts'
import { creerExercice, type Exercice } from './exercice.ts'

/** What an establishment decides about the calls of one workstation. */
export interface ReglagesAppels {
  readonly cadence: Cadence
  /** Time between two calls put off. */
  readonly rejeuMs: number
  /** Whether failures in a row hold calls back: not in recette, which answers a fault for whoever it does not know. Source: INSi, recette. */
  readonly disjoncteur: boolean
}

export const APPELS_PAR_DEFAUT: ReglagesAppels = {
  cadence: CADENCE_PAR_DEFAUT,
  rejeuMs: 10_000,
  disjoncteur: true,
}

interface PortsVigie {
  readonly reglages: ReglagesAppels
  /** Milliseconds since the epoch, which no change of the clock sets back. */
  readonly instant: () => number
  /** Journals what nobody did. */
  readonly journaliser: (acte: ActeJournal) => unknown
}

/** The lookout of one workstation, from one session to the next: every call to INSi passes before it, in no other way. */
export interface Vigie {
  readonly etat: Signal<VueContinuite>
  /** The same calls, held back when they may not leave, and observed when they do. */
  surveiller(appeler: PortsGuichet['appelerInsi']): PortsGuichet['appelerInsi']
  /** Tells whether a call put off may leave now; the time of the last one is kept. */
  laisserRejouer(): boolean
  /** How many calls are put off; null when nobody is there to make them. */
  noterDifferes(differes: VueContinuite['differes']): void
  /** Forgets what is too old to count. */
  regarder(): void
  readonly exercice: Exercice
}

export function creerVigie({ reglages, instant, journaliser }: PortsVigie): Vigie {
  let observations: readonly Observation[] = []
  let departs: readonly number[] = []
  let differes: VueContinuite['differes'] = null
  let dernierRejeu = -Infinity
  const exercice = creerExercice({ instant, journaliser, change: () => poser() })
  const essaiA = () => (reglages.disjoncteur ? essaiPermisA(observations) : null)

  const vue = (): VueContinuite => ({
    meteo: meteoDe(observations),
    essaiA: enTexte(essaiA()),
    exerciceJusqua: enTexte(exercice.jusqua()),
    differes,
  })
  const etat = creerSignal(vue())
  const poser = (): void => etat.poser(vue())

  /** Why no call leaves now; null when one may. */
  function retenue(): CodeRefus | null {
    if (exercice.jusqua() !== null) return 'insi/exercice'
    if ((essaiA() ?? 0) > instant()) return 'insi/disjoncte'
    return peutPartir(departs, instant(), reglages.cadence) ? null : 'insi/cadence'
  }

  function noter(debutMs: number, resultat: Result<unknown, Refus>): void {
    const refus = resultat.ok ? null : resultat.error.code
    if (refus !== null && !estObserve(refus)) return
    const coupee = essaiA() !== null
    observations = observer(observations, { finMs: instant(), dureeMs: instant() - debutMs, refus })
    poser()
    if (!coupee && essaiA() !== null)
      journaliser({ acte: 'insi-coupee', pannes: pannesDeSuite(observations) })
    if (coupee && essaiA() === null) journaliser({ acte: 'insi-retablie' })
  }

  return {
    etat,
    exercice,
    surveiller: (appeler) => async (appel, signal) => {
      const refus = retenue()
      if (refus !== null) return echec(refuser(refus))
      const debutMs = instant()
      departs = noterDepart(departs, debutMs)
      const resultat = await appeler(appel, signal)
      noter(debutMs, resultat)
      return resultat
    },
    laisserRejouer() {
      const maintenant = instant()
      const permis =
        retenue() === null &&
        (rejeuPermisA(observations) ?? 0) <= maintenant &&
        maintenant - dernierRejeu >= reglages.rejeuMs &&
        peutRejouer(departs, maintenant, reglages.cadence)
      if (permis) dernierRejeu = maintenant
      return permis
    },
    noterDifferes(nombre) {
      differes = nombre
      poser()
    },
    regarder() {
      const restantes = recentes(observations, instant())
      if (restantes.length === observations.length) return
      observations = restantes
      poser()
    },
  }
}

const enTexte = (instantMs: number | null): string | null =>
  instantMs === null ? null : new Date(instantMs).toISOString()
