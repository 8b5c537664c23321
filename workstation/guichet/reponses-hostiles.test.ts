import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { succes } from '#domain/result.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { coffreEssai } from '#services/coffre/sqlite/coffre-essai.ts'
import { createClientInsi } from '#services/insi/client.ts'
import type { NomMode } from '#simulators/insi/modes.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { startInsi, type SimulateurInsi } from '#simulators/insi/server.ts'
import { creerGuichet, type Guichet } from './guichet.ts'
import { portsEssai, SAISIE_ZOE, valeur } from './ports-essai.ts'

const DELAIS = { connexionMs: 400, totalMs: 800 }

let insi: SimulateurInsi
beforeAll(async () => {
  insi = await startInsi({ maintenant: new Date(), tirage: () => 0 })
})
afterAll(() => insi.stop())

let essai: ReturnType<typeof coffreEssai>
let coffre: Coffre
let guichet: Guichet
beforeEach(async () => {
  essai = coffreEssai()
  coffre = await essai.ouvrir()
  guichet = await creerGuichet({
    ...portsEssai({ ...essai, coffre, noter: () => undefined }),
    async appelerInsi({ demande }, signal) {
      const outils = { now: () => new Date(), uuid: randomUUID }
      const client = createClientInsi({ ...reglagesSimules(insi), delais: DELAIS }, outils)
      const { messageId, resultat } = await client.chercherParTraits(demande, signal)
      client.close()
      return resultat.ok ? succes({ messageId, reponse: resultat.value }) : resultat
    },
  })
})
afterEach(async () => {
  await guichet.fermer()
  await essai.detruire()
})

async function saisirZoe(): Promise<string> {
  const { id } = valeur(await guichet.ouvrir())
  for (const [trait, brut] of SAISIE_ZOE) valeur(await guichet.agir(id, { type: 'trait-saisi', trait, brut }))
  return id
}

const CAS: readonly (readonly [mode: NomMode, code: CodeRefus])[] = [
  ['arret', 'insi/injoignable'],
  ['coupure-avant', 'insi/injoignable'],
  ['coupure-apres', 'insi/injoignable'],
  ['coupure-pendant', 'insi/injoignable'],
  ['tls-version', 'insi/injoignable'],
  ['muet-tls', 'insi/delai'],
  ['muet', 'insi/delai'],
  ['goutte', 'insi/delai'],
  ['certificat-refuse', 'insi/certificat-refuse'],
  ['serveur-inconnu', 'insi/serveur-non-reconnu'],
  ['serveur-autre-nom', 'insi/serveur-non-reconnu'],
  ['serveur-perime', 'insi/serveur-non-reconnu'],
  ['erreur', 'insi/indisponible'],
  ['indisponible', 'insi/indisponible'],
  ['erreur-sans-xml', 'insi/reponse-non-conforme'],
  ['html', 'insi/reponse-non-conforme'],
  ['redirection', 'insi/reponse-non-conforme'],
  ['tronque', 'insi/reponse-non-conforme'],
  ['doctype', 'insi/reponse-non-conforme'],
  ['entites', 'insi/reponse-non-conforme'],
  ['entite-inconnue', 'insi/reponse-non-conforme'],
  ['espace-faux', 'insi/reponse-non-conforme'],
  ['soap11', 'insi/reponse-non-conforme'],
  ['deux-corps', 'insi/reponse-non-conforme'],
  ['enorme', 'insi/reponse-non-conforme'],
]

describe('INSi répond mal ou pas du tout : rien n’est repris, l’admission se poursuit', () => {
  it.each(CAS)('%s : %s', async (nom, code) => {
    await insi.setMode({ nom, argument: '' })
    const recues = insi.requetes.length
    const id = await saisirZoe()
    valeur(await guichet.agir(id, { type: 'insi-demandee', appelId: 'appel-1' }))
    await vi.waitFor(
      async () => expect((await coffre.admissions.parId(id))?.interrogation.etat).toBe('en-echec'),
      5_000,
    )
    // One call at most, whatever became of it.
    expect(insi.requetes.length - recues).toBeLessThanOrEqual(1)
    const conservee = await coffre.admissions.parId(id)
    expect(conservee?.interrogation).toEqual({ etat: 'en-echec', refus: code })
    expect(JSON.stringify(conservee)).not.toContain('2751263220749')
    const piece = { type: 'CN', date: '2026-11-22' } as const
    const suite = valeur(await guichet.agir(id, { type: 'piece-enregistree', piece }))
    expect(suite.statut).toBe('validee')
    await insi.setMode({ nom: 'normal', argument: '' })
    valeur(await guichet.agir(id, { type: 'insi-demandee', appelId: 'appel-2' }))
    await vi.waitFor(
      async () => expect((await coffre.admissions.parId(id))?.interrogation.etat).toBe('trouvee'),
      5_000,
    )
  })
})
