import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as attendre } from 'node:timers/promises'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { chiffrerCle, createPki, type Pki } from '#simulators/insi/pki.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import {
  ETABLISSEMENT_FICTIF,
  startInsi,
  type OptionsInsi,
  type SimulateurInsi,
} from '#simulators/insi/server.ts'
import { PKCS12 } from './pkcs12.fixture.ts'
import { createClientInsi, type AppelInsi, type ClientInsi } from './client.ts'
import { DELAIS_INSI, type ConfigInsi } from './config.ts'

const ZOE: DemandeInsi = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' }

let pki: Pki
let autrePki: Pki

beforeAll(async () => {
  const options = { maintenant: new Date(), finess: ETABLISSEMENT_FICTIF.finess }
  ;[pki, autrePki] = await Promise.all([createPki(options), createPki(options)])
})

describe('INSi, certificats', () => {
  it.each([
    ['CN inattendu', 'insi/droits-insuffisants', () => pem(pki, 'mauvais-cn')],
    ['périmé', 'insi/certificat-perime', () => pem(pki, 'perime')],
    ["d'une autorité inconnue d'INSi", 'insi/certificat-refuse', () => pem(autrePki, 'manu')],
    ['clé absente', 'insi/certificat-illisible', () => ({ ...pem(pki, 'manu'), cle: '' })],
    [
      "clé d'un autre certificat",
      'insi/certificat-illisible',
      () => ({ ...pem(pki, 'manu'), cle: autrePki.clients.manu.cle }),
    ],
    [
      'PFX illisible',
      'insi/certificat-illisible',
      () => ({ forme: 'pfx', pfx: new Uint8Array([1, 2]), phrase: 'x' }) as const,
    ],
  ] as const)('%s : %s', async (_cas, code, certificat) => {
    const insi = await demarrer()
    const client = ouvrir(insi, { certificat: certificat() })
    expect(await client.chercherParTraits(ZOE)).toMatchObject(refuse(code))
  })

  it('clé PKCS#8 chiffrée : acceptée avec sa phrase, illisible avec une autre', async () => {
    const insi = await demarrer()
    const certificat = { ...pem(pki, 'manu'), cle: chiffrerCle(pki.clients.manu.cle, 'phrase secrete') }
    const avec = (phrase: string) =>
      ouvrir(insi, { certificat: { ...certificat, phrase } }).chercherParTraits(ZOE)
    expect((await avec('phrase secrete')).resultat.ok).toBe(true)
    expect(await avec('autre')).toMatchObject(refuse('insi/certificat-illisible'))
  })

  it('PKCS#12 : accepté avec son mot de passe, illisible avec un autre', async () => {
    const { pfx, certificat } = PKCS12
    const insi = await demarrer({ pki: { ...pki, intermediaire: pki.intermediaire + certificat } })
    const avec = (phrase: string) =>
      ouvrir(insi, { certificat: { forme: 'pfx', pfx, phrase } }).chercherParTraits(ZOE)
    expect((await avec('motdepasse')).resultat.ok).toBe(true)
    expect(await avec('autre')).toMatchObject(refuse('insi/certificat-illisible'))
  })

  it.each(['serveur-inconnu', 'serveur-autre-nom', 'serveur-perime'] as const)(
    '%s : il n’est pas cru, rien ne lui parvient, même par un client qui l’avait connu',
    async (nom) => {
      const insi = await demarrer()
      const client = ouvrir(insi)
      expect((await client.chercherParTraits(ZOE)).resultat.ok).toBe(true)
      await insi.setMode({ nom, argument: '' })
      // Time for the client to see that its kept connection is closed.
      await attendre(50)
      expect(await client.chercherParTraits(ZOE)).toMatchObject(refuse('insi/serveur-non-reconnu'))
      expect(insi.requetes.length).toBe(1)
      await insi.setMode({ nom: 'normal', argument: '' })
      await attendre(50)
      expect((await client.chercherParTraits(ZOE)).resultat.ok).toBe(true)
    },
  )

  it("un serveur d'une autre autorité n'est pas cru, et rien ne lui parvient", async () => {
    const insi = await demarrer()
    const appel = await ouvrir(insi, { autorites: autrePki.racine }).chercherParTraits(ZOE)
    expect(appel).toMatchObject(refuse('insi/serveur-non-reconnu'))
    expect(insi.requetes.length).toBe(0)
  })
})

describe('INSi, pannes', () => {
  it.each([
    ['arret', '', 'insi/injoignable'],
    ['coupure-avant', '', 'insi/injoignable'],
    ['coupure-apres', '', 'insi/injoignable'],
    ['coupure-pendant', '', 'insi/injoignable'],
    ['certificat-refuse', '', 'insi/certificat-refuse'],
    ['tls-version', '', 'insi/injoignable'],
    ['muet-tls', '', 'insi/delai'],
    ['muet', '', 'insi/delai'],
    ['goutte', '20', 'insi/delai'],
    ['erreur-sans-xml', '', 'insi/reponse-non-conforme'],
    ['html', '', 'insi/reponse-non-conforme'],
    ['redirection', '', 'insi/reponse-non-conforme'],
    ['tronque', '', 'insi/reponse-non-conforme'],
    ['doctype', '', 'insi/reponse-non-conforme'],
    ['enorme', '', 'insi/reponse-non-conforme'],
    ['entites', '', 'insi/reponse-non-conforme'],
    ['entite-inconnue', '', 'insi/reponse-non-conforme'],
    ['espace-faux', '', 'insi/reponse-non-conforme'],
    ['deux-corps', '', 'insi/reponse-non-conforme'],
    ['soap11', '', 'insi/reponse-non-conforme'],
    ['hasard', '100', 'insi/injoignable'],
    ['severite', 'fatal', 'insi/indisponible'],
    ['severite', 'grave', 'insi/indisponible'],
    ['indisponible', '', 'insi/indisponible'],
    ['erreur', 'siram_40', 'insi/indisponible'],
    ['erreur', 'desir_1020', 'insi/indisponible'],
    ['erreur', 'desir_550', 'insi/progiciel-non-autorise'],
    ['erreur', 'desir_560', 'insi/droits-insuffisants'],
    ['erreur', 'desir_9999', 'insi/anomalie'],
  ] as const)('%s %s : %s, une seule requête, puis le service revient', async (nom, argument, code) => {
    const simulateur = await demarrer({ tirage: () => 0 })
    const delais = code === 'insi/delai' ? { connexionMs: 300, totalMs: 600 } : DELAIS_INSI
    await simulateur.setMode({ nom, argument })
    const appel = await ouvrir(simulateur, { delais }).chercherParTraits(ZOE)
    // A refusal and nothing else: whatever came, there is no identity to store.
    expect(appel.resultat).toEqual({ ok: false, error: { code } })
    expect(simulateur.requetes.length).toBeLessThanOrEqual(1)
    await simulateur.setMode({ nom: 'normal', argument: '' })
    expect((await ouvrir(simulateur).chercherParTraits(ZOE)).resultat.ok).toBe(true)
  })

  it('une connexion gardée que le serveur a coupée : injoignable, et la requête ne repart pas seule', async () => {
    const simulateur = await demarrer()
    const client = ouvrir(simulateur)
    expect((await client.chercherParTraits(ZOE)).resultat.ok).toBe(true)
    await simulateur.setMode({ nom: 'coupure-apres', argument: '' })
    expect(await client.chercherParTraits(ZOE)).toMatchObject(refuse('insi/injoignable'))
    expect(simulateur.requetes.length).toBe(2)
  })

  it('une recherche lente aboutit : le délai de connexion ne court plus une fois la connexion faite', async () => {
    const simulateur = await demarrer()
    await simulateur.setMode({ nom: 'lent', argument: '1500' })
    const client = ouvrir(simulateur, { delais: { connexionMs: 1_200, totalMs: 10_000 } })
    const appel = await client.chercherParTraits(ZOE)
    expect(appel.resultat.ok).toBe(true)
    expect(appel.dureeMs).toBeGreaterThanOrEqual(1_490)
  })

  it('une connexion qui ne se fait pas n’attend pas le délai total', async () => {
    const simulateur = await demarrer()
    await simulateur.setMode({ nom: 'muet-tls', argument: '' })
    const client = ouvrir(simulateur, { delais: { connexionMs: 100, totalMs: 15_000 } })
    const appel = await client.chercherParTraits(ZOE)
    expect(appel).toMatchObject(refuse('insi/delai'))
    expect(appel.dureeMs).toBeLessThan(5_000)
  })

  it('une réponse sans fin est coupée à sa taille maximale', async () => {
    const { cle: key, certificat: cert } = pki.serveur
    const sansFin = createServer({ key, cert }, (_requete, reponse) => {
      reponse.writeHead(200, { 'Content-Type': 'application/soap+xml' })
      const verser = (): void => void (reponse.destroyed || reponse.write('x'.repeat(65_536), verser))
      verser()
    })
    const url = await ecouter(sansFin, '127.0.0.1')
    const client = ouvrir(await demarrer(), { url, delais: { connexionMs: 5_000, totalMs: 10_000 } })
    expect(await client.chercherParTraits(ZOE)).toMatchObject(refuse('insi/reponse-non-conforme'))
  })

  it('une recherche annulée le dit tout de suite, et une recherche déjà annulée ne part pas', async () => {
    const simulateur = await demarrer()
    await simulateur.setMode({ nom: 'muet', argument: '' })
    const client = ouvrir(simulateur)
    const annulation = new AbortController()
    const appel = client.chercherParTraits(ZOE, annulation.signal)
    await expect.poll(() => simulateur.requetes.length).toBe(1)
    annulation.abort()
    expect(await appel).toMatchObject(refuse('insi/annule'))
    expect(await client.chercherParTraits(ZOE, AbortSignal.abort())).toMatchObject(refuse('insi/annule'))
    expect(simulateur.requetes.length).toBe(1)
  })
})

describe.each(['recente', 'ancienne'] as const)(
  'INSi, formes connues des réponses, enveloppe %s',
  (forme) => {
    const ECETINSI: DemandeInsi = {
      nomNaissance: 'ECETINSI',
      prenom: 'PIERRE-ALAIN',
      sexe: 'M',
      dateNaissance: '2009-07-14',
    }
    const ANCIEN = {
      numero: '2090763220834',
      cle: '39',
      oid: '1.2.250.1.213.1.4.8',
      dateDebut: '2019-03-01',
      dateFin: '2019-02-28',
    }
    const AUTRE = {
      ...ANCIEN,
      numero: '2090763220835',
      cle: '38',
      dateDebut: null,
      dateFin: '1999-12-31',
    }

    it.each([
      ['prefixes', [ANCIEN], []],
      ['ordre', [ANCIEN], []],
      ['dates-en-tete', [ANCIEN], []],
      ['dates-inversees', [ANCIEN], []],
      ['cle-fausse', [{ ...ANCIEN, cle: '01' }], ['cle-fausse']],
      ['sans-historique', [], []],
      ['historique-multiple', [ANCIEN, AUTRE], []],
      ['sans-prenom', [ANCIEN], []],
      ['avec-prenom', [ANCIEN], []],
    ] as const)('%s : la même personne et ses anciens numéros', async (nom, historique, avertissements) => {
      const simulateur = await demarrer({ forme })
      await simulateur.setMode({ nom, argument: '' })
      const { resultat } = await ouvrir(simulateur).chercherParTraits(ECETINSI)
      expect(resultat).toEqual({
        ok: true,
        value: {
          codeCR: '00',
          identite: {
            actif: {
              numero: '1090763220834',
              cle: nom === 'cle-fausse' ? '01' : '89',
              oid: '1.2.250.1.213.1.4.8',
              dateDebut: null,
              dateFin: null,
            },
            historique,
            traits: {
              nomNaissance: 'ECETINSI',
              prenomsNaissance: 'PIERRE-ALAIN MURIEL FLORIANT',
              sexe: 'M',
              dateNaissance: '2009-07-14',
              lieuNaissance: '63220',
            },
            avertissements,
          },
        },
      })
    })
  },
)

async function ecouter(serveur: Server, hote: string): Promise<string> {
  onTestFinished(() => void serveur.close())
  await once(serveur.listen(0, hote), 'listening')
  return `https://${hote}:${(serveur.address() as AddressInfo).port}/lps`
}

const pem = ({ clients }: Pki, nom: keyof Pki['clients']) => ({ forme: 'pem', ...clients[nom] }) as const

async function demarrer(options: Partial<OptionsInsi> = {}): Promise<SimulateurInsi> {
  const simulateur = await startInsi({ maintenant: new Date(), pki, ...options })
  onTestFinished(() => simulateur.stop())
  return simulateur
}

function ouvrir(simulateur: SimulateurInsi, changements: Partial<ConfigInsi> = {}): ClientInsi {
  const config = { ...reglagesSimules(simulateur), ...changements }
  const client = createClientInsi(config, { now: () => new Date(), uuid: randomUUID })
  onTestFinished(() => client.close())
  return client
}

const refuse = (code: CodeRefus, champ?: string): Pick<AppelInsi, 'resultat'> => ({
  resultat: { ok: false, error: champ === undefined ? { code } : { code, champ } },
})
