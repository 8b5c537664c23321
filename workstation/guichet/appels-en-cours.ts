import type { EchangeInsi } from '#domain/insi/reponse.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { AppelInsi } from './appel-insi.ts'
import { garderStockage } from './garder-stockage.ts'

/** The calls that left and have not come back. */
export interface AppelsEnCours {
  lancer(appel: AppelInsi): void
  annuler(appelId: string): void
  /** Cancels every call and waits until each has said so. */
  fermer(): Promise<void>
}

/** Makes calls aside, and hands each outcome over as it comes. */
export function suivreAppels(
  appeler: (appel: AppelInsi, signal: AbortSignal) => Promise<Result<EchangeInsi, Refus>>,
  recevoir: (appel: AppelInsi, resultat: Result<EchangeInsi, Refus>) => Promise<unknown>,
): AppelsEnCours {
  const appels = new Map<string, { readonly arret: AbortController; readonly fin: Promise<unknown> }>()

  async function mener(appel: AppelInsi, signal: AbortSignal): Promise<void> {
    const resultat = await garderStockage(() => appeler(appel, signal))
    appels.delete(appel.appelId)
    await recevoir(appel, resultat)
  }

  return {
    lancer(appel) {
      const arret = new AbortController()
      appels.set(appel.appelId, { arret, fin: mener(appel, arret.signal) })
    },
    annuler: (appelId) => appels.get(appelId)?.arret.abort(),
    async fermer() {
      const restants = [...appels.values()]
      for (const { arret } of restants) arret.abort()
      await Promise.all(restants.map(({ fin }) => fin))
    },
  }
}
