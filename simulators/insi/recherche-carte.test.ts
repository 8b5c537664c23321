import { beforeAll, describe, expect, it } from 'vitest'
import { signAssertionPs } from '#services/insi/assertion-ps.ts'
import { cardsOf } from '#services/insi/carte.fixture.ts'
import { composeEnvelope } from '#services/insi/envelope.ts'
import { ACTION_TRAITS } from '#services/insi/namespaces.ts'
import { officielle, openOfficiel } from '#services/insi/schema/open-xsd.fixture.ts'
import { createAutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { inventerFoule } from './foule/foule.ts'
import { lirePopulation } from './population.ts'
import { createRegistre } from './registre.ts'
import { reglagesSimules } from './reglages.ts'
import { repondre, type Service } from './reply.ts'
import { ETABLISSEMENT_FICTIF } from './server.ts'

const ACTION = ACTION_TRAITS.replace('TraitsIdentite', 'CarteVitale')
const TYPE = `application/soap+xml; charset=utf-8; action="${ACTION}"`
const MAINTENANT = new Date()

const ANNE_CLAIRE = '2870429019901'
const MATHIEU = '179092B033902'

let assertionPs: string
let service: Service

beforeAll(async () => {
  const autorite = await createAutoriteCpx(MAINTENANT)
  const { cps } = CARTES_CPX
  if (!cps) throw new Error('cps')
  const { signataire } = cardsOf((await autorite.issue(cps)).signature)()
  const demande = { uuid: crypto.randomUUID(), instant: MAINTENANT }
  const activite = { identifiantFacturation: '0B0199999', secteurActivite: 'SA01' }
  const bloc = await signAssertionPs({ ...demande, ...activite }, signataire)
  assertionPs = bloc.ok ? bloc.value : ''
  service = {
    registre: createRegistre(lirePopulation(), inventerFoule(1_000)),
    forme: 'recente',
    brancheSngi: true,
    exigences: () => ({
      idams: [ETABLISSEMENT_FICTIF.idam],
      maintenant: MAINTENANT,
      autoritesCpx: () => [autorite.certificat],
    }),
  }
})

interface Carte {
  readonly individu?: string
  readonly assure?: string
  readonly nom?: string
  readonly date?: string
  readonly rang?: number
}

const corps = ({ individu, assure = ANNE_CLAIRE, nom, date = '1987-04-12', rang = 1 }: Carte): string => {
  const matricule = (element: string, numero: string): string =>
    `<${element}><NumIdentifiant>${numero}</NumIdentifiant></${element}>`
  return (
    '<RECVITALE xmlns="http://www.cnamts.fr/INSiRecVit">' +
    (individu === undefined ? '' : matricule('MatriculeIndividu', individu)) +
    matricule('MatriculeOD', assure) +
    (nom === undefined ? '' : `<NomNaissance>${nom}</NomNaissance>`) +
    `<DateNaissance>${date}</DateNaissance><RangNaissance>${rang}</RangNaissance></RECVITALE>`
  )
}

const vitale = (ageMs = 0, porteur = '899900099017', qualificatif = 'VITALE'): string =>
  '<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_vitale" Version="2.0" ' +
  `IssueInstant="${new Date(MAINTENANT.getTime() - ageMs).toISOString()}"><Issuer>${porteur}</Issuer>` +
  `<Subject><NameID NameQualifier="${qualificatif}">0123456789</NameID></Subject></Assertion>`

/** What the service answers, in one word: the number found, the result code, or the code of the fault. */
function demander(carte: Carte, assertions = vitale(), { porte = 'ps', sngi = true } = {}): string {
  const horodatage = { id: crypto.randomUUID(), temps: MAINTENANT.toISOString() }
  const securite = assertionPs.replace('</wsse:Security>', `${assertions}</wsse:Security>`)
  const zoe = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' } as const
  const xml = composeEnvelope(
    zoe,
    {
      messageId: `uuid:${crypto.randomUUID()}`,
      bam: horodatage,
      lps: horodatage,
      securite: porte === 'ps' ? securite : '',
    },
    reglagesSimules({ url: '', pki: { racine: '', clients: { manu: { certificat: '', cle: '' } } } }),
  )
    .replace(/<RECSANSVITALE.*<\/RECSANSVITALE>/, corps(carte))
    .replace(ACTION_TRAITS, ACTION)
  const requete = { porte: porte as 'ps' | 'tlsm', cn: 'INSI-MANU', contentType: TYPE, xml }
  const reponse = repondre({ ...service, brancheSngi: sngi }, requete, { nom: 'normal', argument: '' }).corps
  return (
    /<NumIdentifiant>(\w+)</.exec(reponse)?.[1] ??
    /<CodeCR>(\d+)</.exec(reponse)?.[1] ??
    /code="(\w+)"/.exec(reponse)?.[1] ??
    reponse
  )
}

describe('Simulateur INSi, recherche par Carte Vitale', () => {
  it.each<[string, Carte, string]>([
    ['l’assuré, par le seul numéro de la carte', {}, ANNE_CLAIRE],
    ['une personne dont la carte a le numéro', { individu: ANNE_CLAIRE, assure: MATHIEU }, ANNE_CLAIRE],
    [
      'un jumeau, par son nom et sa date',
      { assure: MATHIEU, nom: 'D&apos;ARGENSOL', date: '2016-06-18' },
      '1160635238904',
    ],
    [
      'sa jumelle, par son rang',
      { assure: MATHIEU, nom: 'D&apos;ARGENSOL', date: '2016-06-18', rang: 2 },
      '2160635238905',
    ],
    [
      'un troisième qui n’existe pas',
      { assure: MATHIEU, nom: 'D&apos;ARGENSOL', date: '2016-06-18', rang: 3 },
      '01',
    ],
    ['un numéro inconnu', { individu: '2870429019999' }, '01'],
    ['personne de ce nom ce jour-là', { assure: MATHIEU, nom: 'AUTRE', date: '2016-06-18' }, '01'],
    ['le numéro d’un autre jour', { date: '1987-04-13' }, '01'],
  ])('%s', (_cas, carte, attendu) => expect(demander(carte)).toBe(attendu))

  it.each([
    ['aucune assertion Vitale', '', 'simu_vitale_absente'],
    ['deux', vitale() + vitale(), 'simu_vitale_absente'],
    ['une carte sans numéro de série', vitale(0, undefined, 'CPS'), 'simu_vitale_serie'],
    ['celle d’un autre professionnel', vitale(0, '899900099025'), 'simu_vitale_porteur'],
    ['vieille de vingt minutes', vitale(1_200_000), ANNE_CLAIRE],
    ['plus vieille', vitale(1_200_001), 'simu_vitale_perimee'],
  ])('CNDA 1.02 : %s', (_cas, assertions, attendu) => expect(demander({}, assertions)).toBe(attendu))

  it('pas d’appel par carte à la porte des certificats', () =>
    expect(demander({}, '', { porte: 'tlsm' })).toBe('simu_operation'))

  it('sans branche SNGI, une personne inconnue est une erreur insi_101', () =>
    expect(demander({ individu: '2870429019999' }, vitale(), { sngi: false })).toBe('insi_101'))

  it.runIf(officielle)('ce qui est demandé suit le XSD officiel 1.5.0', () =>
    expect(
      openOfficiel('ServiceIdentiteCertifiee/INSi_RECVITALE_INS.xsd')(
        corps({ individu: ANNE_CLAIRE, nom: 'LANDREVILLE' }),
      ),
    ).toEqual([]),
  )
})
