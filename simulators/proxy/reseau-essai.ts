import { beforeAll, onTestFinished } from 'vitest'
import { createPki, type Pki } from '../insi/pki.ts'
import { ETABLISSEMENT_FICTIF, startInsi, type SimulateurInsi } from '../insi/server.ts'
import { startProxy, type OptionsProxy, type SimulateurProxy } from './server.ts'

/** The simulated INSi and the proxies on the way to it, each stopped once its test ends. */
export interface ReseauEssai {
  /** The authorities the simulator lives under, and others nobody knows. */
  readonly pki: () => Pki
  readonly autrePki: () => Pki
  readonly demarrer: () => Promise<SimulateurInsi>
  readonly placer: (options?: OptionsProxy) => Promise<SimulateurProxy>
}

/** Makes the authorities once for a test file. */
export function reseauEssai(): ReseauEssai {
  let pki: Pki
  let autrePki: Pki
  beforeAll(async () => {
    const options = { maintenant: new Date(), finess: ETABLISSEMENT_FICTIF.finess }
    ;[pki, autrePki] = await Promise.all([createPki(options), createPki(options)])
  })
  return {
    pki: () => pki,
    autrePki: () => autrePki,
    async demarrer() {
      const insi = await startInsi({ maintenant: new Date(), pki })
      onTestFinished(() => insi.stop())
      return insi
    },
    async placer(options) {
      const proxy = await startProxy(options)
      onTestFinished(() => proxy.stop())
      return proxy
    },
  }
}
