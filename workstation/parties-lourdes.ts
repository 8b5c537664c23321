import { succes, type Result } from '#domain/result.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Impression } from '#services/impression/impression.ts'
import type { ClientInsi, OutilsInsi } from '#services/insi/client.ts'
import type { AccesCpx } from '#services/insi/config.ts'
import type { Configuration } from './configuration/configuration.ts'
import { avecSignataire } from './configuration/insi.ts'
import type * as Envoi from '#services/impression/ipp-client.ts'
import type { Lieux } from './lieux/lieux.ts'
import type { TesterReseau } from './materiel/tester-reseau.ts'
import { paresseux } from './etat/paresseux.ts'
import type * as Seances from './session/ouvrir-seance.ts'

/** What only the gestures after sign-in need, loaded on first use, or by `chauffer` once the window is served. */
export interface PartiesLourdes {
  readonly seances: () => Promise<typeof Seances>
  readonly insi: () => Promise<Result<ClientInsi, Refus>>
  readonly impression: () => Promise<Impression>
  readonly lieux: () => Promise<Lieux>
  readonly envoi: () => Promise<typeof Envoi>
  readonly testReseau: () => Promise<TesterReseau>
  readonly chauffer: () => Promise<void>
  readonly fermer: () => Promise<void>
}

/** `signataire`: the card that opened the session, where cards sign the calls. */
export function chargerPlusTard(
  reglages: Configuration,
  outils: OutilsInsi,
  signataire: AccesCpx['signataire'],
): PartiesLourdes {
  const { insi: acces } = reglages
  const seances = paresseux(() => import('./session/ouvrir-seance.ts'))
  const envoi = paresseux(() => import('#services/impression/ipp-client.ts'))
  const impression = paresseux(async () =>
    (await import('#services/impression/impression.ts')).creerImpression(),
  )
  const lieux = paresseux(async () => (await import('./lieux/lieux.ts')).ouvrirLieux())
  const insi = paresseux(async (): Promise<Result<ClientInsi, Refus>> => {
    if (!acces.ok) return acces
    const { createClientInsi } = await import('#services/insi/client.ts')
    return succes(createClientInsi(avecSignataire(acces.value, signataire), outils))
  })
  const testReseau = paresseux(async () => {
    const { creerTestReseau } = await import('./materiel/tester-reseau.ts')
    const config = acces.ok ? succes(avecSignataire(acces.value, signataire)) : acces
    return creerTestReseau({ reglages, config, insi, ...outils })
  })
  return {
    seances,
    insi,
    impression,
    lieux,
    envoi,
    testReseau,
    async chauffer() {
      for (const charger of [seances, lieux, insi, impression, envoi]) await charger()
    },
    async fermer() {
      const client = await insi()
      if (client.ok) client.value.close()
    },
  }
}
