import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { EtapeReseau } from '#domain/insi/etape-reseau.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { createPki } from '#simulators/insi/pki.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { ETABLISSEMENT_FICTIF, type SimulateurInsi } from '#simulators/insi/server.ts'
import type { OptionsProxy } from '#simulators/proxy/server.ts'
import { reseauEssai } from '#simulators/proxy/reseau-essai.ts'
import { createClientInsi } from '../client.ts'
import type { ConfigInsi } from '../config.ts'
import { PKCS12 } from '../pkcs12.fixture.ts'
import { autotester } from './autotest.ts'

const SECRET = 'phrase que nul ne doit lire'

const { pki, autrePki, demarrer, placer } = reseauEssai()

async function derriere(options: OptionsProxy): Promise<NonNullable<ConfigInsi['mandataire']>> {
  const proxy = await placer(options)
  const identifiants = { identifiant: 'svc-insi', motDePasse: SECRET }
  return { forme: 'adresse', url: proxy.url, exclusions: [], identifiants }
}

interface Variante {
  readonly config?: Partial<ConfigInsi>
  readonly hotes?: readonly string[]
  readonly verrou?: Refus
}

/** The test on this simulator: each step as « étape état code ». */
async function tester(insi: SimulateurInsi, { config: change = {}, hotes = [], verrou }: Variante = {}) {
  const config: ConfigInsi = {
    ...reglagesSimules(insi),
    delais: { connexionMs: 1_000, totalMs: 3_000 },
    ...change,
  }
  const outils = { now: () => new Date(), uuid: randomUUID }
  const client = createClientInsi(config, outils)
  onTestFinished(() => client.close())
  const etapes: EtapeReseau[] = []
  const ports = {
    config: succes(config),
    hotes,
    now: outils.now,
    appeler: async (_config: ConfigInsi, demande: DemandeInsi, signal: AbortSignal) =>
      verrou ? echec(verrou) : succes(await client.chercherParTraits(demande, signal)),
  }
  for await (const etape of autotester(ports, new AbortController().signal)) etapes.push(etape)
  const texte = JSON.stringify(etapes)
  expect(texte).not.toMatch(/ADRUN|ZOE|1975-12-31|2751263220749|PRIVATE/)
  expect(texte).not.toContain(SECRET)
  return {
    etapes,
    dites: etapes.map(({ etape, etat, code }) => `${etape} ${etat}${code === null ? '' : ` ${code}`}`),
  }
}

const sur = (etapes: readonly EtapeReseau[], nom: string) => etapes.find(({ etape }) => etape === nom)?.sur

describe('Test du réseau vers INSi, étape par étape', () => {
  it('quand tout va : chaque étape réussit, un seul appel, sur l’identité publiée', async () => {
    const insi = await demarrer()
    const { etapes, dites } = await tester(insi, { hotes: [new URL(insi.url).host] })
    expect(dites).toEqual([
      'configuration reussie',
      'certificat reussie',
      'mandataire non-faite reseau/sans-mandataire',
      'dns reussie',
      'tcp reussie',
      'tls reussie',
      'hote reussie',
      'appel reussie',
      'idam reussie',
    ])
    expect(sur(etapes, 'certificat')).toMatch(/^INSI-MANU, jusqu’au \d\d\/\d\d\/\d{4}$/)
    expect(sur(etapes, 'tls')).toMatch(/^émis par « AC FICTIVE ORGANISATIONS \w{8} »$/)
    expect(insi.requetes.map(({ xml }) => xml.includes('ADRUN'))).toEqual([true])
  })

  it('par un mandataire : le nom et la connexion sont les siens', async () => {
    const identifiants = { identifiant: 'svc-insi', motDePasse: SECRET }
    const { dites } = await tester(await demarrer(), {
      config: { mandataire: await derriere({ identifiants }) },
    })
    expect(dites.slice(2)).toEqual([
      'mandataire reussie',
      'dns non-faite reseau/par-mandataire',
      'tcp non-faite reseau/par-mandataire',
      'tls reussie',
      'hote non-faite reseau/simulation',
      'appel reussie',
      'idam reussie',
    ])
  })

  it('un mandataire qui inspecte TLS est nommé par son autorité, sans appel', async () => {
    const insi = await demarrer()
    const mandataire = await derriere({ inspection: autrePki().serveur })
    const { etapes, dites } = await tester(insi, { config: { mandataire } })
    expect(dites.slice(5)).toEqual([
      'tls echouee insi/inspection-tls',
      'hote non-faite reseau/simulation',
      'appel non-faite reseau/etape-precedente',
      'idam non-faite reseau/idam',
    ])
    expect(sur(etapes, 'tls')).toMatch(/AC FICTIVE ORGANISATIONS/)
    expect(insi.requetes.length).toBe(0)
  })

  it.each([
    ['407', { identifiants: { identifiant: 'autre', motDePasse: 'x' } }, 'insi/mandataire-authentification'],
    ['refus', { refus: 403 }, 'insi/mandataire-refuse'],
  ])('un mandataire qui n’ouvre pas (%s) arrête là le chemin', async (_cas, options, code) => {
    const { dites } = await tester(await demarrer(), { config: { mandataire: await derriere(options) } })
    expect(dites.slice(2, 6)).toEqual([
      `mandataire echouee ${code}`,
      'dns non-faite reseau/etape-precedente',
      'tcp non-faite reseau/etape-precedente',
      'tls non-faite reseau/etape-precedente',
    ])
  })

  it.each([
    ['périmé', () => pki().clients.perime, 'echouee insi/certificat-perime'],
    ['d’un autre nom', () => pki().clients['mauvais-cn'], 'echouee reseau/certificat-nom'],
    [
      'sans sa clé',
      () => ({ ...pki().clients.manu, cle: autrePki().clients.manu.cle }),
      'echouee reseau/certificat-cle',
    ],
    ['illisible', () => ({ certificat: 'x', cle: 'y' }), 'echouee insi/certificat-illisible'],
  ])('un certificat %s est dit, sans appel', async (_cas, certificat, dit) => {
    const insi = await demarrer()
    const { dites } = await tester(insi, { config: { certificat: { forme: 'pem', ...certificat() } } })
    expect([dites[1], dites.at(-2)]).toEqual([`certificat ${dit}`, 'appel non-faite reseau/etape-precedente'])
    expect(insi.requetes.length).toBe(0)
  })

  it('un fichier PKCS#12 : sa phrase, ou celle d’un autre', async () => {
    const insi = await demarrer()
    const avec = async (phrase: string) =>
      (await tester(insi, { config: { certificat: { forme: 'pfx', pfx: PKCS12.pfx, phrase } } })).dites[1]
    expect(await avec('motdepasse')).toBe('certificat reussie')
    expect(await avec(SECRET)).toBe('certificat echouee reseau/certificat-phrase')
  })

  it('un certificat qui expire bientôt laisse appeler et se dit', async () => {
    const bientot = new Date(Date.now() - 350 * 86_400_000)
    const { clients, intermediaire } = await createPki({
      maintenant: bientot,
      finess: ETABLISSEMENT_FICTIF.finess,
    })
    expect(intermediaire).toContain('CERTIFICATE')
    const { dites } = await tester(await demarrer(), {
      config: { certificat: { forme: 'pem', ...clients.manu } },
    })
    expect(dites[1]).toBe('certificat a-surveiller reseau/certificat-bientot')
  })

  it('un nom inconnu, un port fermé, un serveur d’une autre autorité', async () => {
    const insi = await demarrer()
    const recette = { environnement: 'recette', url: 'https://insi.invalid/lps' } as const
    expect((await tester(insi, { config: recette })).dites.slice(3, 5)).toEqual([
      'dns echouee reseau/dns',
      'tcp non-faite reseau/etape-precedente',
    ])
    expect((await tester(insi, { config: { autorites: autrePki().racine } })).dites[5]).toBe(
      'tls echouee insi/inspection-tls',
    )
    await insi.setMode({ nom: 'arret', argument: '' })
    const { dites } = await tester(insi, { hotes: [new URL(insi.url).host] })
    expect(dites.slice(4, 7)).toEqual([
      'tcp echouee reseau/tcp',
      'tls non-faite reseau/etape-precedente',
      'hote echouee reseau/hote',
    ])
  })

  it('un logiciel inconnu d’INSi, une panne, une réponse inattendue, un appel verrouillé', async () => {
    const insi = await demarrer()
    const fin = async (variante: Variante) => (await tester(insi, variante)).dites.slice(-2)
    expect(await fin({ config: { idam: 'AUTRE' } })).toEqual([
      'appel echouee insi/progiciel-non-autorise',
      'idam echouee insi/progiciel-non-autorise',
    ])
    expect(await fin({ verrou: refuser('insi/homologation') })).toEqual([
      'appel non-faite insi/homologation',
      'idam non-faite reseau/idam',
    ])
    await insi.setMode({ nom: 'erreur', argument: 'siram_40' })
    expect(await fin({})).toEqual(['appel echouee insi/indisponible', 'idam non-faite reseau/idam'])
  })

  it('des réglages incomplets arrêtent tout, en nommant le champ', async () => {
    const { etapes, dites } = await tester(await demarrer(), { config: { idam: '' } })
    expect([dites, sur(etapes, 'configuration')]).toEqual([
      ['configuration echouee insi/configuration'],
      'idam',
    ])
  })
})
