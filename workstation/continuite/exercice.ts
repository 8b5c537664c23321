import type { ActeJournal } from '#services/journal/acte-journal.ts'

/** How long an exercise lasts when nobody stops it: no desk may be left without INSi by mistake. */
export const EXERCICE_MINUTES = 15

const DUREE_MS = EXERCICE_MINUTES * 60_000

/** An exercise of IT: the workstation behaves as if INSi were down; it never outlives the workstation. */
export interface Exercice {
  /** The instant it ends by itself; null when there is none. */
  readonly jusqua: () => number | null
  /** False when one is already under way. */
  readonly commencer: () => boolean
  /** False when there was none. */
  readonly arreter: () => boolean
  /** The workstation stops. */
  readonly fermer: () => void
}

interface Ports {
  readonly instant: () => number
  readonly journaliser: (acte: ActeJournal) => unknown
  /** Called each time it begins or ends. */
  readonly change: () => void
}

export function creerExercice({ instant, journaliser, change }: Ports): Exercice {
  let enCours: { readonly finMs: number; readonly minuterie: NodeJS.Timeout } | null = null

  function finir(): boolean {
    if (enCours === null) return false
    clearTimeout(enCours.minuterie)
    enCours = null
    change()
    return true
  }
  function echoir(cause: 'duree' | 'arret'): void {
    if (finir()) journaliser({ acte: 'exercice-insi-echu', cause })
  }

  return {
    jusqua: () => enCours?.finMs ?? null,
    commencer() {
      if (enCours !== null) return false
      enCours = { finMs: instant() + DUREE_MS, minuterie: setTimeout(() => echoir('duree'), DUREE_MS) }
      change()
      return true
    },
    arreter: finir,
    fermer: () => echoir('arret'),
  }
}
