import type { VueContinuite } from '#contracts/continuite.ts'
import { CADENCE_PAR_DEFAUT } from '#domain/insi/cadence.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import type { ActeJournal } from '#services/journal/acte-journal.ts'
import { creerSignal, type Signal } from '../etat/signal.ts'
import type { PortsGuichet } from '../guichet/ports-guichet.ts'
import { creerExercice, type Exercice } from './exercice.ts'
import { tenirRegistre, type ReglagesAppels } from './registre.ts'

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

type AppelerInsi = PortsGuichet['appelerInsi']

/** The lookout of one workstation, from one session to the next: no call to INSi leaves but before it. */
export interface Vigie {
  readonly etat: Signal<VueContinuite>
  /** The same calls, held back when they may not leave, and observed when they do. */
  readonly surveiller: (appeler: AppelerInsi) => AppelerInsi
  /** Tells whether a call put off may leave now; true is said once a call. */
  readonly laisserRejouer: () => boolean
  /** How many calls are put off; null when nobody is there to make them. */
  readonly noterDifferes: (differes: VueContinuite['differes']) => void
  /** Forgets what is too old to count. */
  readonly regarder: () => void
  readonly exercice: Exercice
}

export function creerVigie({ reglages, instant, journaliser }: PortsVigie): Vigie {
  const registre = tenirRegistre(reglages, instant)
  let differes: VueContinuite['differes'] = null
  const exercice = creerExercice({ instant, journaliser, change: () => poser() })
  const vue = (): VueContinuite => ({
    meteo: registre.meteo(),
    essaiA: enTexte(registre.essaiA()),
    exerciceJusqua: enTexte(exercice.jusqua()),
    differes,
  })
  const etat = creerSignal(vue())
  const poser = (): void => etat.poser(vue())
  const retenue = () => (exercice.jusqua() === null ? registre.refus() : 'insi/exercice')

  const surveiller: Vigie['surveiller'] = (appeler) => async (appel, signal) => {
    const refus = retenue()
    if (refus !== null) return echec(refuser(refus))
    const finir = registre.partir()
    const coupee = registre.essaiA() !== null
    const resultat = await appeler(appel, signal)
    if (!finir(resultat.ok ? null : resultat.error.code)) return resultat
    poser()
    const coupe = registre.essaiA() !== null
    if (coupe && !coupee) journaliser({ acte: 'insi-coupee', pannes: registre.pannes() })
    if (coupee && !coupe) journaliser({ acte: 'insi-retablie' })
    return resultat
  }

  return {
    etat,
    exercice,
    surveiller,
    laisserRejouer: () => retenue() === null && registre.laisserRejouer(),
    noterDifferes(nombre) {
      differes = nombre
      poser()
    },
    regarder: () => registre.oublier() && poser(),
  }
}

const enTexte = (instantMs: number | null): string | null =>
  instantMs === null ? null : new Date(instantMs).toISOString()
