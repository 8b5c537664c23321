import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { VueContinuite } from '#contracts/continuite.ts'
import { creerSignal } from '#workstation/etat/signal.ts'

const AU_CALME: VueContinuite = {
  meteo: { temps: 'inconnu', appels: 0, reponses: 0, latenceMs: null },
  essaiA: null,
  exerciceJusqua: null,
  differes: { enAttente: 0, aRevoir: 0 },
}

/** How INSi answers the workstation, as a test says it. */
export function createFakeContinuite() {
  const os = implement(contrat.continuite)
  const etat = creerSignal(AU_CALME)
  const change = (suite: Partial<VueContinuite>): void => etat.poser({ ...etat.lire(), ...suite })
  return {
    change,
    router: os.router({
      suivre: os.suivre.handler(({ signal }) => etat.suivre(signal)),
      commencerExercice: os.commencerExercice.handler(() =>
        change({ exerciceJusqua: '2026-11-22T08:15:00.000Z' }),
      ),
      arreterExercice: os.arreterExercice.handler(() => change({ exerciceJusqua: null })),
    }),
  }
}
