import { DefautStockage } from '#services/coffre/defaut-stockage.ts'
import type { ActeJournal } from '#services/journal/acte-journal.ts'
import type { MagasinCopies } from '#services/pieces/magasin-copies.ts'
import { jourDe } from '../guichet/jour.ts'

export interface PortsPurge {
  readonly magasin: Pick<MagasinCopies, 'echues' | 'effacer'>
  readonly noter: (admission: null, acte: ActeJournal) => Promise<void>
  readonly now: () => Date
  /** Time between two looks at the calendar, in milliseconds. */
  readonly periodeMs: number
}

/**
 * Erases the copies whose time is over, at once then each new day while the store is open: the line first, then the keys. A
 * failing disk leaves them to the next time. Returns what stops it, once no purge is running. Source: DMN INS 46.
 */
export async function purgerChaqueJour(ports: PortsPurge): Promise<() => Promise<void>> {
  const { magasin, noter, now, periodeMs } = ports
  let fait = ''
  async function purger(): Promise<void> {
    const jour = jourDe(now())
    if (jour === fait) return
    try {
      const echues = await magasin.echues(jour)
      if (echues.length > 0) await noter(null, { acte: 'copies-purgees', pages: echues.length })
      await magasin.effacer(echues)
      fait = jour
    } catch (cause) {
      if (!(cause instanceof DefautStockage)) throw cause
    }
  }
  await purger()
  let enCours = Promise.resolve()
  const minuterie = setInterval(() => {
    enCours = enCours.then(purger)
  }, periodeMs)
  minuterie.unref()
  return async () => {
    clearInterval(minuterie)
    await enCours
  }
}
