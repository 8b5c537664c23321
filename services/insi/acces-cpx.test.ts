import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { createAutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { createPki, type Pki } from '#simulators/insi/pki.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { startInsi } from '#simulators/insi/server.ts'
import type { SignataireCpx } from './assertion-ps.ts'
import { cardsOf } from './carte.fixture.ts'
import { createClientInsi, type ClientInsi } from './client.ts'
import type { AccesCpx } from './config.ts'
import { sansComposantVitale } from './question.ts'

const CPS = CARTES_CPX['cps']
if (!CPS) throw new Error('cps')
const autorite = await createAutoriteCpx(new Date())
const { signature } = await autorite.issue(CPS)
const carte = cardsOf(signature)

const ZOE: DemandeInsi = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' }

let pki: Pki
beforeAll(async () => {
  pki = await createPki({ maintenant: new Date(), finess: '0B0199999' })
})

/** The host of INSi for CPx, which trusts this one authority of cards. */
async function demarrer() {
  const insi = await startInsi({ maintenant: new Date(), pki, autoritesCpx: () => [autorite.certificat] })
  onTestFinished(() => insi.stop())
  return { url: insi.urlPs, recus: insi.requetes }
}

function ouvrir(url: string, lire: () => SignataireCpx | null, acces: Partial<AccesCpx> = {}): ClientInsi {
  const certificat: AccesCpx = {
    forme: 'cpx',
    identifiantFacturation: '0B0199999',
    secteurActivite: 'SA01',
    signataire: lire,
    ...acces,
  }
  const config = { ...reglagesSimules({ url, pki }), certificat }
  const client = createClientInsi(config, { now: () => new Date(), uuid: randomUUID })
  onTestFinished(() => client.close())
  return client
}

const refuse = (code: string, champ?: string) => ({
  resultat: { ok: false, error: champ === undefined ? { code } : { code, champ } },
  demandeBrute: null,
})

const TROUVEE = {
  ok: true,
  value: { codeCR: '00', identite: { actif: { numero: '2751263220749', cle: '74' } } },
}

describe('INSi par CPx', () => {
  it('chaque appel porte sa propre assertion, le porteur comme émetteur, et aucun certificat de poste', async () => {
    const { recus, url } = await demarrer()
    const { signataire, condensats } = carte()
    const client = ouvrir(url, () => signataire)
    for (let tour = 0; tour < 2; tour += 1) {
      expect((await client.chercherParTraits(ZOE)).resultat).toMatchObject(TROUVEE)
    }
    const ids = recus.map(({ xml }) => /<Assertion [^>]*ID="(_[^"]+)"/.exec(xml)?.[1])
    expect(new Set(ids).size).toBe(2)
    expect(condensats.length).toBe(2)
    expect(recus.map(({ porte, cn }) => [porte, cn])).toEqual([
      ['ps', ''],
      ['ps', ''],
    ])
    for (const { xml } of recus) {
      expect(xml.match(/Emetteur>899900099017</g)?.length).toBe(2)
      expect(xml).toContain('<AttributeValue>0B0199999</AttributeValue>')
    }
  })

  it.each([
    ['aucune session par carte', null, 'insi/carte-requise'],
    ['carte non nominative', carte({ nominative: false }).signataire, 'cpx/non-nominative'],
    ['carte périmée', carte({ finValidite: '2020-01-01T00:00:00Z' }).signataire, 'cpx/perimee'],
    [
      'carte retirée au moment de signer',
      { ...carte().signataire, sign: () => Promise.resolve(echec(refuser('cpx/retiree'))) },
      'cpx/retiree',
    ],
  ])('%s : refus, rien ne part', async (_cas, signataire, code) => {
    const { recus, url } = await demarrer()
    expect(await ouvrir(url, () => signataire).chercherParTraits(ZOE)).toMatchObject(refuse(code))
    expect(recus).toEqual([])
  })

  it('carte retirée entre deux appels : le second est refusé, l’assertion du premier ne ressert pas', async () => {
    const { recus, url } = await demarrer()
    let presente: SignataireCpx | null = carte().signataire
    const client = ouvrir(url, () => presente)
    expect((await client.chercherParTraits(ZOE)).resultat.ok).toBe(true)
    presente = null
    expect(await client.chercherParTraits(ZOE)).toMatchObject(refuse('insi/carte-requise'))
    expect(recus.length).toBe(1)
  })

  it('appel annulé pendant que la carte signe : rien ne part', async () => {
    const { recus, url } = await demarrer()
    const arret = new AbortController()
    const { signataire } = carte()
    const lente: SignataireCpx = {
      ...signataire,
      sign(condensat) {
        arret.abort()
        return signataire.sign(condensat)
      },
    }
    const appel = await ouvrir(url, () => lente).chercherParTraits(ZOE, arret.signal)
    expect(appel).toMatchObject(refuse('insi/annule'))
    expect(recus).toEqual([])
  })

  it.each([
    ['identifiantFacturation', { identifiantFacturation: '12' }],
    ['secteurActivite', { secteurActivite: 'XX01' }],
  ])('%s mal réglé : refus avant toute connexion', async (champ, acces) => {
    const { recus, url } = await demarrer()
    const client = ouvrir(url, () => carte().signataire, acces)
    expect(await client.chercherParTraits(ZOE)).toMatchObject(refuse('insi/configuration', champ))
    expect(recus).toEqual([])
  })
})

describe('INSi par Carte Vitale', () => {
  const VITALE = {
    nirAssure: '2870429019901',
    nirIndividuel: null,
    nomNaissance: null,
    dateNaissance: '1987-04-12',
    rang: 1,
  }
  /** The shape of what the licensed component gives, unsigned: nothing here can sign one, and the simulated INSi does not ask. */
  const attester = (instant: Date) =>
    Promise.resolve(
      succes(
        '<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_vitale" Version="2.0" ' +
          `IssueInstant="${instant.toISOString()}"><Issuer>899900099017</Issuer>` +
          '<Subject><NameID NameQualifier="VITALE">0123456789</NameID></Subject></Assertion>',
      ),
    )

  it('l’appel part une fois, sous son action, les deux assertions à la suite, et la réponse se lit comme l’autre', async () => {
    const { recus, url } = await demarrer()
    const client = ouvrir(url, () => carte().signataire)
    const { resultat, demandeBrute } = await client.chercherParCarte(VITALE, attester)
    expect(resultat).toMatchObject({
      ok: true,
      value: { codeCR: '00', identite: { actif: { numero: '2870429019901' } } },
    })
    expect(recus.map(({ xml }) => xml)).toEqual([demandeBrute])
    expect(demandeBrute).toContain('rechercherInsAvecCarteVitale</wsa:Action>')
    expect(demandeBrute).toMatch(/<\/Assertion><Assertion [^>]*ID="_vitale".*<\/Assertion><\/wsse:Security>/)
  })

  it('sans composant agréé, sans carte professionnelle ou avec un numéro mal lu : refusé, rien ne part', async () => {
    const { recus, url } = await demarrer()
    const client = ouvrir(url, () => carte().signataire)
    expect(await client.chercherParCarte(VITALE, sansComposantVitale)).toMatchObject(
      refuse('insi/composant-vitale'),
    )
    expect(await client.chercherParCarte({ ...VITALE, nirAssure: '1' }, attester)).toMatchObject(
      refuse('matricule/forme', 'nirAssure'),
    )
    const parCertificat = createClientInsi(reglagesSimules({ url, pki }), {
      now: () => new Date(),
      uuid: randomUUID,
    })
    expect(await parCertificat.chercherParCarte(VITALE, attester)).toMatchObject(refuse('insi/carte-requise'))
    expect(recus).toEqual([])
  })
})
