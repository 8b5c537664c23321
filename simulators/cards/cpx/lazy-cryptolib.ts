import { prepareCryptolib, type CryptolibSimulee } from './cryptolib-simulee.ts'
import { CARTES_CPX } from './porteurs.ts'

/** What a desk tells a simulated Cryptolib. */
export type MainCryptolib = Pick<CryptolibSimulee, 'insert' | 'remove' | 'stopService' | 'startService'>

/**
 * A simulated Cryptolib built into `dossier` when the first professional card goes in: a desk that never sees one does not wait for
 * it. On a machine that cannot make one, `complain` is told why once, and cards are seen without being named.
 */
export function lazyCryptolib(dossier: string, complain: (phrase: string) => void): MainCryptolib {
  let preparee: Promise<CryptolibSimulee | null> | null = null
  const prepare = async (): Promise<CryptolibSimulee | null> => {
    const faite = await prepareCryptolib(dossier, Object.keys(CARTES_CPX), new Date())
    if (!faite.ok) complain(faite.error)
    return faite.ok ? faite.value : null
  }
  return {
    async insert(carte) {
      preparee ??= prepare()
      await (await preparee)?.insert(carte)
    },
    remove: async () => (await preparee)?.remove(),
    stopService: async () => (await preparee)?.stopService(),
    startService: async () => (await preparee)?.startService(),
  }
}
