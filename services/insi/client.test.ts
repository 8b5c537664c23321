import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { createAutoriteCpx, type AutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { createPki, type Pki } from '#simulators/insi/pki.ts'
import { lireCasOfficiels, type AttenduOfficiel } from '#simulators/insi/population.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import {
  ETABLISSEMENT_FICTIF,
  startInsi,
  type OptionsInsi,
  type SimulateurInsi,
} from '#simulators/insi/server.ts'
import { cardsOf } from './carte.fixture.ts'
import { createClientInsi, type AppelInsi, type ClientInsi } from './client.ts'
import type { AccesCpx, ConfigInsi } from './config.ts'

const ZOE: DemandeInsi = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' }

let pki: Pki

beforeAll(async () => {
  pki = await createPki({ maintenant: new Date(), finess: ETABLISSEMENT_FICTIF.finess })
})

describe('INSi, cas publics du CNDA et du GIE SESAM-Vitale', () => {
  const { cas } = lireCasOfficiels()

  it('chaque opération par traits publiée est là', () => expect(cas.length).toBe(CAS_PUBLICS))

  it.each([
    ['certificat', 'recente'],
    ['certificat', 'ancienne'],
    ['carte', 'recente'],
  ] as const)('accès par %s, forme %s : chaque cas donne sa réponse publiée', async (acces, forme) => {
    const autorite = await createAutoriteCpx(new Date())
    const simulateur = await demarrer({ forme, autoritesCpx: () => [autorite.certificat] })
    const changements =
      acces === 'carte' ? { url: simulateur.urlPs, certificat: await accesCpx(autorite) } : {}
    const obtenus = await Promise.all(
      cas.map(async ({ id, demande, idam }) => {
        const client = ouvrir(simulateur, { ...changements, ...(idam !== undefined && { idam }) })
        const { resultat, details } = await client.chercherParTraits(demande as DemandeInsi)
        return { id, resultat, erreur: details?.code ?? null }
      }),
    )
    expect(obtenus).toEqual(cas.map(({ id, attendu }) => ({ id, ...traduire(attendu) })))
  })

  it('en recette, sans branche SNGI, une personne inconnue donne insi_102 et non 01', async () => {
    const recette = await demarrer({ brancheSngi: false })
    const { resultat, details } = await ouvrir(recette).chercherParTraits({ ...ZOE, prenom: 'INCONNUE' })
    expect(resultat).toEqual({ ok: false, error: { code: 'insi/indisponible' } })
    expect(details).toEqual({
      siram: 'siram_40',
      code: 'insi_102',
      severite: 'fatale',
      motif:
        "Le service est temporairement inaccessible. Veuillez renouveler votre demande ultérieurement. Si le problème persiste, contactez l'éditeur du progiciel ou votre responsable informatique.",
    })
  })
})

describe('INSi, personnes de démonstration', () => {
  it.each([
    ['LANDREVILLE', 'ANNE-CLAIRE', 'F', '1987-04-12', undefined, '00'],
    ["D'ARGENSOL", 'MATHIEU', 'M', '1979-09-03', undefined, '00'],
    ['LEGRANDIN', 'PAUL', 'M', '1968-07-14', undefined, '02'],
    ['LEGRANDIN', 'PAUL', 'M', '1968-07-14', '31555', '00'],
    ['LEGRANDIN', 'PAUL EMILE', 'M', '1968-07-14', undefined, '00'],
    ['FERREIRA-SOUSAL', 'GABRIEL', 'M', '2025-11-21', undefined, '01'],
  ] as const)('%s %s : %s %s %s donne %s', async (nomNaissance, prenom, sexe, dateNaissance, lieu, code) => {
    const demande = { nomNaissance, prenom, sexe, dateNaissance, ...(lieu && { lieuNaissance: lieu }) }
    const insi = await demarrer()
    const { resultat } = await ouvrir(insi).chercherParTraits(demande)
    const identite = { actif: { oid: '1.2.250.1.213.1.4.10' }, traits: { nomNaissance, sexe, dateNaissance } }
    const value = code === '00' ? { codeCR: code, identite } : { codeCR: code }
    expect(resultat).toMatchObject({ ok: true, value })
  })
})

describe('INSi, ce qui reste de chaque appel', () => {
  it('la demande et la réponse octet pour octet, le MessageID, la durée', async () => {
    const insi = await demarrer()
    const appel = await ouvrir(insi).chercherParTraits(ZOE)
    expect(appel.messageId).toMatch(/^uuid:[0-9a-f-]{36}$/)
    expect(appel.demandeBrute).toContain(appel.messageId)
    expect(insi.requetes.at(-1)).toEqual({
      porte: 'tlsm',
      cn: 'INSI-MANU',
      contentType:
        'application/soap+xml; charset=utf-8; action="urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite"',
      xml: appel.demandeBrute,
    })
    expect(appel.brut).toContain('<NumIdentifiant>2751263220749</NumIdentifiant>')
    expect(appel.dureeMs).toBeGreaterThanOrEqual(0)
  })

  it('le MessageID existe aussi quand rien ne part', async () => {
    const insi = await demarrer()
    const appel = await ouvrir(insi, { idam: '' }).chercherParTraits(ZOE)
    expect(appel.messageId).toMatch(/^uuid:/)
    expect(appel).toMatchObject({ ...refuse('insi/configuration', 'idam'), brut: null, demandeBrute: null })
    expect(insi.requetes.length).toBe(0)
  })

  it.each([
    ['nom en minuscules', { ...ZOE, nomNaissance: 'Adrun' }, 'trait/non-normalise', 'nomNaissance'],
    ['caractère de contrôle', { ...ZOE, prenom: 'ZO\u0000E' }, 'trait/caractere-interdit', 'prenom'],
    ['date française', { ...ZOE, dateNaissance: '31/12/1975' }, 'date/forme', 'dateNaissance'],
    ['code postal', { ...ZOE, lieuNaissance: '6322' }, 'lieu/forme', 'lieuNaissance'],
  ] as const)('une demande irrégulière ne part pas : %s', async (_cas, demande, code, champ) => {
    const insi = await demarrer()
    expect(await ouvrir(insi).chercherParTraits(demande)).toMatchObject(refuse(code, champ))
    expect(insi.requetes.length).toBe(0)
  })

  it.each([
    ['ADRUN', 'Erreur simulée'],
    ['E', null],
  ])('les détails techniques ne citent aucun trait : nom %s, motif %j', async (nomNaissance, motif) => {
    const insi = await demarrer()
    await insi.setMode({ nom: 'erreur', argument: 'desir_9999' })
    const { details } = await ouvrir(insi).chercherParTraits({ ...ZOE, nomNaissance })
    expect(details).toEqual({ siram: 'simu_siram', code: 'desir_9999', severite: 'erreur', motif })
  })
})

describe('INSi, configuration', () => {
  it.each([
    ['http', { url: 'http://127.0.0.1/lps' }, 'url'],
    ['simulation hors du poste', { url: 'https://services-ps-tlsm.ameli.fr/lps' }, 'url'],
    ['production vers un simulateur', { environnement: 'production' }, 'url'],
    ['autorités absentes', { autorites: '' }, 'autorites'],
    [
      'autorité abîmée',
      { autorites: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
      'autorites',
    ],
    ['émetteur', { emetteur: 'a b' }, 'emetteur'],
    ['instance', { instance: 'poste-12' }, 'instance'],
    ['logiciel', { nomLogiciel: 'a\u0007' }, 'nomLogiciel'],
    ['version', { versionLogiciel: '' }, 'versionLogiciel'],
  ] as const)('refusée avant toute connexion : %s', async (_cas, changement, champ) => {
    const insi = await demarrer()
    const appel = await ouvrir(insi, changement).chercherParTraits(ZOE)
    expect(appel).toMatchObject(refuse('insi/configuration', champ))
  })
})

/** Cases of the test base by traits, the variant without birth place of 2.03 included. */
const CAS_PUBLICS = 19

const REFUS_PUBLICS: Readonly<Record<string, CodeRefus>> = {
  insi_102: 'insi/indisponible',
  desir_550: 'insi/progiciel-non-autorise',
}

/** The number of CNDA case 2.06 is not public: this one is invented by the simulator. */
const LEONARDO = {
  numero: '1140263220801',
  cle: '88',
  oid: '1.2.250.1.213.1.4.10',
  dateDebut: null,
  dateFin: null,
}

function traduire(attendu: AttenduOfficiel | null): {
  resultat: AppelInsi['resultat']
  erreur: string | null
} {
  // An answer that is not public: this person is unknown here.
  if (attendu === null) return { resultat: { ok: true, value: { codeCR: '01' } }, erreur: null }
  if ('erreur' in attendu) {
    const code = REFUS_PUBLICS[attendu.erreur] ?? 'insi/anomalie'
    return { resultat: { ok: false, error: { code } }, erreur: attendu.erreur }
  }
  if (attendu.codeCR !== '00') return { resultat: { ok: true, value: attendu }, erreur: null }
  const { traits, historique } = attendu
  const identite = { actif: attendu.actif ?? LEONARDO, historique, traits, avertissements: [] }
  return { resultat: { ok: true, value: { codeCR: '00', identite } }, erreur: null }
}

/** A card of this authority, always in the reader. */
async function accesCpx(autorite: AutoriteCpx): Promise<AccesCpx> {
  const { cps } = CARTES_CPX
  if (!cps) throw new Error('cps')
  const { signataire } = cardsOf((await autorite.issue(cps)).signature)()
  return {
    forme: 'cpx',
    identifiantFacturation: '0B0199999',
    secteurActivite: 'SA01',
    signataire: () => signataire,
  }
}

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
