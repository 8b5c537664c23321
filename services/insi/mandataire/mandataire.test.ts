import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import type { SimulateurInsi } from '#simulators/insi/server.ts'
import { reseauEssai } from '#simulators/proxy/reseau-essai.ts'
import { createClientInsi } from '../client.ts'
import type { ConfigInsi, MandataireInsi } from '../config.ts'
import { lirePac } from './lire-pac.ts'

const ZOE: DemandeInsi = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' }
const COMPTE = { identifiant: 'svc-insi', motDePasse: 'mot de passe du mandataire' }

const { autrePki, demarrer, placer } = reseauEssai()

const parAdresse = (
  url: string,
  change: { exclusions?: string[]; compte?: typeof COMPTE } = {},
): MandataireInsi => ({
  forme: 'adresse',
  url,
  exclusions: change.exclusions ?? [],
  identifiants: change.compte ?? null,
})

const parPac = (script: string | null): MandataireInsi => ({
  forme: 'pac',
  adresse: 'proxy.pac',
  script: () => Promise.resolve(script),
  identifiants: null,
})

function ouvrir(insi: SimulateurInsi, mandataire: MandataireInsi, change: Partial<ConfigInsi> = {}) {
  const config = { ...reglagesSimules(insi), mandataire, ...change }
  const client = createClientInsi(config, { now: () => new Date(), uuid: randomUUID })
  onTestFinished(() => client.close())
  return client
}

/** A port nobody listens to. */
async function portFerme(): Promise<number> {
  const serveur = createServer()
  await once(serveur.listen(0, '127.0.0.1'), 'listening')
  const { port } = serveur.address() as AddressInfo
  serveur.close()
  return port
}

describe('INSi derrière un mandataire', () => {
  it('deux appels passent par un seul tunnel, TLS mutuel compris', async () => {
    const [insi, proxy] = [await demarrer(), await placer()]
    const client = ouvrir(insi, parAdresse(proxy.url))
    const issues = [await client.chercherParTraits(ZOE), await client.chercherParTraits(ZOE)]
    expect(issues.map(({ resultat }) => resultat.ok)).toEqual([true, true])
    expect(proxy.tunnels).toEqual([new URL(insi.url).host])
    expect(insi.requetes.map(({ cn }) => cn)).toEqual(['INSI-MANU', 'INSI-MANU'])
  })

  it('un compte ouvre le mandataire ; sans lui, ou faux, rien ne part', async () => {
    const [insi, proxy] = [await demarrer(), await placer({ identifiants: COMPTE })]
    expect(
      (await ouvrir(insi, parAdresse(proxy.url, { compte: COMPTE })).chercherParTraits(ZOE)).resultat.ok,
    ).toBe(true)
    for (const compte of [undefined, { ...COMPTE, motDePasse: 'autre' }]) {
      const { resultat } = await ouvrir(insi, parAdresse(proxy.url, compte && { compte })).chercherParTraits(
        ZOE,
      )
      expect(resultat).toEqual({
        ok: false,
        error: { code: 'insi/mandataire-authentification', champ: 'Basic' },
      })
    }
    expect(insi.requetes.length).toBe(1)
  })

  it.each([['127.0.0.1'], ['127.0.0.0/8'], ['*.0.0.1'], ['*']])(
    'exclu par « %s », INSi se joint sans lui',
    async (exclusion) => {
      const [insi, proxy] = [await demarrer(), await placer({ refus: 503 })]
      const client = ouvrir(insi, parAdresse(proxy.url, { exclusions: ['.chu.fr', exclusion] }))
      expect((await client.chercherParTraits(ZOE)).resultat.ok).toBe(true)
      expect(proxy.tunnels).toEqual([])
    },
  )

  it.each([
    ['refuse CONNECT', { refus: 403 }, { code: 'insi/mandataire-refuse', champ: '403' }],
    ['ne répond pas', { muet: true }, { code: 'insi/mandataire-injoignable' }],
  ] as const)('un mandataire qui %s le dit, et rien ne part', async (_cas, options, error) => {
    const [insi, proxy] = [await demarrer(), await placer(options)]
    const delais = { connexionMs: 400, totalMs: 5_000 }
    const { resultat } = await ouvrir(insi, parAdresse(proxy.url), { delais }).chercherParTraits(ZOE)
    expect(resultat).toEqual({ ok: false, error })
    expect([proxy.tunnels.length, insi.requetes.length]).toEqual([1, 0])
  })

  it('un mandataire arrêté est injoignable', async () => {
    const insi = await demarrer()
    const { resultat } = await ouvrir(
      insi,
      parAdresse(`http://127.0.0.1:${await portFerme()}`),
    ).chercherParTraits(ZOE)
    expect(resultat).toEqual({ ok: false, error: { code: 'insi/mandataire-injoignable' } })
  })

  it('un mandataire qui inspecte TLS est nommé par l’autorité de son certificat, et ne lit rien', async () => {
    const [insi, proxy] = [await demarrer(), await placer({ inspection: autrePki().serveur })]
    const { resultat } = await ouvrir(insi, parAdresse(proxy.url)).chercherParTraits(ZOE)
    expect(resultat).toEqual({
      ok: false,
      error: {
        code: 'insi/inspection-tls',
        champ: expect.stringMatching(/^AC FICTIVE ORGANISATIONS \w{8}$/) as string,
      },
    })
    expect(insi.requetes.length).toBe(0)
  })

  it('une connexion gardée que le service a coupée ne repart pas seule par un autre tunnel', async () => {
    const [insi, proxy] = [await demarrer(), await placer()]
    const client = ouvrir(insi, parAdresse(proxy.url))
    await client.chercherParTraits(ZOE)
    await insi.setMode({ nom: 'coupure-apres', argument: '' })
    const { resultat } = await client.chercherParTraits(ZOE)
    expect(resultat).toEqual({ ok: false, error: { code: 'insi/injoignable' } })
    expect([proxy.tunnels.length, insi.requetes.length]).toEqual([1, 2])
  })

  it('un poste simulé ne sort pas de la machine, même par un mandataire', async () => {
    const insi = await demarrer()
    const { resultat } = await ouvrir(insi, parAdresse('http://mandataire.invalid:3128')).chercherParTraits(
      ZOE,
    )
    expect(resultat).toEqual({ ok: false, error: { code: 'insi/configuration', champ: 'mandataire' } })
  })
})

describe('INSi par un script de configuration du mandataire (PAC)', () => {
  it('le script choisit, et son choix suivant sert quand le premier ne répond pas', async () => {
    const [insi, proxy] = [await demarrer(), await placer()]
    const { host } = new URL(proxy.url)
    const script = `function FindProxyForURL(url, host) {
      return isInNet(host, '127.0.0.0', '255.0.0.0') && url.indexOf('/lps') === -1
        ? 'SOCKS 127.0.0.1:1; PROXY 127.0.0.1:${await portFerme()}; PROXY ${host}' : 'DIRECT' }`
    expect((await ouvrir(insi, parPac(script)).chercherParTraits(ZOE)).resultat.ok).toBe(true)
    expect(proxy.tunnels).toEqual([new URL(insi.url).host])
  })

  it('un script se lit à son adresse, une fois, sauf celle d’ailleurs pour un poste simulé', async () => {
    const [insi, autre] = [await demarrer(), await placer()]
    const pac = await placer({
      pac: `function FindProxyForURL() { return 'PROXY ${new URL(autre.url).host}' }`,
    })
    const mandataire = (adresse: string): MandataireInsi => ({
      forme: 'pac',
      adresse,
      script: lirePac(adresse),
      identifiants: null,
    })
    const client = ouvrir(insi, mandataire(`${pac.url}/proxy.pac`))
    expect((await client.chercherParTraits(ZOE)).resultat.ok).toBe(true)
    expect(autre.tunnels.length).toBe(1)
    for (const [adresse, error] of [
      [`${pac.url}/absent.pac`, { code: 'insi/mandataire-pac' }],
      ['http://wpad.invalid/proxy.pac', { code: 'insi/configuration', champ: 'mandataire' }],
    ] as const)
      expect((await ouvrir(insi, mandataire(adresse)).chercherParTraits(ZOE)).resultat).toEqual({
        ok: false,
        error,
      })
  })

  it.each([
    ['illisible', null],
    ['mal écrit', 'function FindProxyForURL('],
    ['sans réponse', 'function FindProxyForURL() {}'],
    ['sans chemin connu', "function FindProxyForURL() { return 'SOCKS 127.0.0.1:1080' }"],
    ['qui cherche Node', "function FindProxyForURL() { return process.env.HOME ? 'DIRECT' : '' }"],
  ])('un script %s est refusé, et rien ne part', async (_cas, script) => {
    const insi = await demarrer()
    const { resultat } = await ouvrir(insi, parPac(script)).chercherParTraits(ZOE)
    expect(resultat).toEqual({ ok: false, error: { code: 'insi/mandataire-pac' } })
    expect(insi.requetes.length).toBe(0)
  })
})
