import type { EtatCartes, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import { followReaders } from './follow-readers.ts'
import { pause } from './pause.ts'
import type { Contexte, PcscDriver } from './pcsc-driver.ts'
import { codeRefusDe } from './scard-codes.ts'
import { createStateFeed } from './state-feed.ts'

/** Wait before a new context, in milliseconds: doubled while the service stays away. */
const RETOUR_MS = { premier: 500, dernier: 2000 } as const

/** States of the readers as they change. */
export interface Monitor {
  readonly watch: (listener: (etat: EtatCartes) => void) => () => void
  readonly etat: () => Promise<EtatCartes>
  readonly stop: () => Promise<void>
}

export interface OptionsMonitor {
  readonly driver: PcscDriver
  readonly recognise: (atr: Uint8Array) => GenreCarte
  readonly presenceInitiale: number
}

/** Follows every reader until stopped, with a new context each time the service is lost. */
export function startMonitor({ driver, recognise, presenceInitiale }: OptionsMonitor): Monitor {
  const arret = new AbortController()
  const feed = createStateFeed<EtatCartes>()
  let presence = presenceInitiale
  const outils = { recognise, presenceSuivante: () => (presence += 1) }
  let ouvert: Contexte | null = null

  const run = async (): Promise<void> => {
    let retour: number = RETOUR_MS.premier
    while (!arret.signal.aborted) {
      const contexte = await driver.establish()
      let code = contexte.ok ? 0 : contexte.error
      if (contexte.ok) {
        ouvert = contexte.value
        retour = RETOUR_MS.premier
        const suite = { driver, contexte: ouvert, signal: arret.signal, publish: feed.publish, outils }
        code = await followReaders(suite)
        ouvert = null
        await driver.release(contexte.value)
      }
      if (arret.signal.aborted) return
      feed.publish({ lecteurs: [], refus: codeRefusDe(code, driver.systeme) })
      await pause(retour, arret.signal)
      retour = Math.min(retour * 2, RETOUR_MS.dernier)
    }
  }

  const fin = run()
  return {
    watch: feed.watch,
    etat: feed.first,
    async stop() {
      arret.abort()
      if (ouvert !== null) await driver.cancel(ouvert)
      await fin
    },
  }
}
