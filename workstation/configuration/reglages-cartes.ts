import type { OptionsCartes } from '#native-bridge/proc/cartes-client.ts'
import { lireConfiguration, type Configuration } from './configuration.ts'
import { choisirCryptolib } from './cryptolib.ts'
import { dossierDonnees } from './dossier-donnees.ts'

/** What the card process is told of a workstation's settings. */
export const reglagesCartes = ({
  cryptolib,
  apilec,
}: Pick<Configuration, 'cryptolib' | 'apilec'>): Pick<OptionsCartes, 'cryptolib' | 'apilec'> => ({
  ...(cryptolib !== null && { cryptolib }),
  ...(apilec !== null && { apilec }),
})

/** The same for a command that runs beside the workstation, or where there is none. */
export async function relireReglagesCartes(
  env: NodeJS.ProcessEnv,
): Promise<Pick<OptionsCartes, 'cryptolib' | 'apilec'>> {
  const lue = await lireConfiguration(dossierDonnees(env), '', env)
  return reglagesCartes(lue.ok ? lue.value : { cryptolib: choisirCryptolib(env), apilec: null })
}
