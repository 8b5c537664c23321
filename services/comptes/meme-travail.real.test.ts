import { afterEach, beforeEach, expect, it } from 'vitest'
import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import { installationEssai } from './installation-essai.ts'
import { ouvrirSession } from './ouvrir-session.ts'

let essai: ReturnType<typeof installationEssai>
beforeEach(async () => {
  essai = installationEssai()
  await essai.creer()
})
afterEach(() => essai.detruire())

async function mesurer(identifiant: string): Promise<number> {
  const debut = performance.now()
  expect(await ouvrirSession(essai.poste.comptes, identifiant, 'mauvaise phrase')).toEqual(
    echec(refuser('session/identifiants')),
  )
  return performance.now() - debut
}

const meilleure = async (identifiant: string): Promise<number> =>
  Math.min(await mesurer(identifiant), await mesurer(identifiant), await mesurer(identifiant))

// At the true cost of a password: a lesser one would be lost in the noise of a busy machine.
it('compte inconnu et mot de passe faux : même refus, même travail', async () => {
  await mesurer('claire.martin')
  const [connu, inconnu] = [await meilleure('claire.martin'), await meilleure('inconnue')]
  expect(inconnu).toBeGreaterThan(connu / 3)
  expect(inconnu).toBeLessThan(connu * 3)
})
