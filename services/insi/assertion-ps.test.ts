import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { SignedXml } from 'xml-crypto'
import type { PorteurCpx } from '#domain/cartes/porteur-cpx.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import { createAutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { signAssertionPs, type DemandeAssertion } from './assertion-ps.ts'
import { cardsOf } from './carte.fixture.ts'
import type { ConfigInsi } from './config.ts'
import { composeEnvelope } from './envelope.ts'
import { officielle, openOfficiel, openXsd } from './schema/open-xsd.fixture.ts'

const CPS = CARTES_CPX['cps']
if (!CPS) throw new Error('cps')
const { signature } = await (await createAutoriteCpx(new Date())).issue(CPS)
const carte = cardsOf(signature)

/** Letters, and everything XML or a name treats apart. */
const LETTRES = Array.from('AÉœ &<>"\'\t\n,+=\\#;é😀/')

const DEMANDE: DemandeAssertion = {
  uuid: '5b5e31ac-31ac-4b5e-b1ac-5b5e31ac31ac',
  instant: new Date('2026-11-25T08:15:00.123Z'),
  identifiantFacturation: '0B0199999',
  secteurActivite: 'SA01',
}

async function signee(
  porteur: Partial<PorteurCpx> = {},
  demande: Partial<DemandeAssertion> = {},
): Promise<string> {
  const bloc = await signAssertionPs({ ...DEMANDE, ...demande }, carte(porteur).signataire)
  if (!bloc.ok) throw new Error(bloc.error.code)
  return bloc.value
}

const CONFIG: ConfigInsi = {
  environnement: 'simulation',
  url: 'https://127.0.0.1:1/lps',
  autorites: '-----BEGIN CERTIFICATE-----',
  certificat: { forme: 'pem', certificat: '', cle: '' },
  idam: 'TESTSGIE0000',
  emetteur: '10B0199999',
  instance: '0b819c7c-f7b4-4e4b-a220-18430a2c0ef7',
  nomLogiciel: 'guichet-ins',
  versionLogiciel: '0.1.0',
}

/** The whole message, as INSi receives it: other namespaces around, and another prefix for each. */
function enveloppe(securite: string): string {
  const horodatage = { id: DEMANDE.uuid, temps: '2026-11-25T08:15:00.123Z' }
  const zoe = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' } as const
  const messageId = `uuid:${DEMANDE.uuid}`
  return composeEnvelope(zoe, { messageId, bam: horodatage, lps: horodatage, securite }, CONFIG)
}

/** What xml-crypto says of the only signature of a message: the bytes it vouches for, none when it is wrong. */
function vouchedFor(xml: string): readonly string[] {
  const certificat = new X509Certificate(signature.certificat).toString()
  const verification = new SignedXml({ publicCert: certificat, getCertFromKeyInfo: () => null })
  const element =
    /<Signature xmlns="http:\/\/www\.w3\.org\/2000\/09\/xmldsig#">.*<\/Signature>/s.exec(xml)?.[0] ?? ''
  verification.loadSignature(element)
  try {
    return verification.checkSignature(xml) ? verification.getSignedReferences() : []
  } catch {
    return []
  }
}

const run = promisify(execFile)
const dossier = await mkdtemp(join(tmpdir(), 'assertion-'))
afterAll(() => rm(dossier, { recursive: true }))

/** Whether xmlsec1 verifies the message with the certificate it holds. */
async function xmlsecVerifies(xml: string): Promise<boolean> {
  const fichier = join(dossier, 'message.xml')
  const certificat = join(dossier, 'certificat.pem')
  await writeFile(fichier, xml)
  await writeFile(certificat, new X509Certificate(signature.certificat).toString())
  const id = ['--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:assertion:Assertion']
  const args = ['--verify', '--pubkey-cert-pem', certificat, ...id, fichier]
  return run('xmlsec1', args).then(
    () => true,
    () => false,
  )
}

const xmlsec = await run('xmlsec1', ['--version']).then(
  () => true,
  () => false,
)
if (!xmlsec) process.stderr.write('xmlsec1 absent : seconde vérification de l’assertion sautée.\n')

describe('INSi par CPx, assertion PS', () => {
  it('dit le porteur, sa structure et l’instant de l’appel, dans l’ordre attendu', async () => {
    const bloc = await signee({ type: 'CDE-CPE' })
    const sansSignature = bloc.replace(/<Signature .*<\/Signature>/s, '')
    expect(sansSignature).toBe(
      '<wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">' +
        '<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_5b5e31ac-31ac-4b5e-b1ac-5b5e31ac31ac"' +
        ' IssueInstant="2026-11-25T08:15:00.123Z" Version="2.0">' +
        '<Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">' +
        'GN=CLAIRE+SN=MORELIN+CN=899900099017,title=Infirmier,C=FR</Issuer>' +
        '<Subject><NameID NameQualifier="CDE-CPE">899900099017</NameID></Subject>' +
        '<AttributeStatement>' +
        '<Attribute Name="identifiantFacturation"><AttributeValue>0B0199999</AttributeValue></Attribute>' +
        '<Attribute Name="secteurActivite"><AttributeValue>SA01</AttributeValue></Attribute>' +
        '</AttributeStatement></Assertion></wsse:Security>',
    )
  })

  it.each([
    ['CPS', 'CPS'],
    ['CPF', 'CPF'],
    ['CDE-CPE', 'CDE-CPE'],
    ['CDA-CPA', 'CPA'],
    ['CPX', 'CPX'],
  ] as const)('carte %s : NameQualifier %s', async (type, qualificatif) =>
    expect(await signee({ type })).toContain(`NameQualifier="${qualificatif}"`),
  )

  it('la carte signe un condensat de 32 octets, une fois par appel, jamais le même', async () => {
    const { signataire, condensats } = carte()
    await signAssertionPs(DEMANDE, signataire)
    await signAssertionPs({ ...DEMANDE, uuid: '6b5e31ac-31ac-4b5e-b1ac-5b5e31ac31ac' }, signataire)
    expect(condensats.map(({ length }) => length)).toEqual([32, 32])
    expect(condensats[0]).not.toEqual(condensats[1])
  })

  it('carte retirée pendant la signature : refus, aucune assertion', async () => {
    const { signataire } = carte()
    const retiree = { ...signataire, sign: () => Promise.resolve(echec(refuser('cpx/retiree'))) }
    expect(await signAssertionPs(DEMANDE, retiree)).toEqual({ ok: false, error: { code: 'cpx/retiree' } })
  })
})

describe('INSi par CPx, l’assertion vérifiée par d’autres', () => {
  it('xml-crypto la vérifie seule et dans le message entier, et elle seule est couverte', async () => {
    const bloc = await signee()
    const [couverte = '', ...autres] = vouchedFor(enveloppe(bloc))
    expect(autres).toEqual([])
    expect(couverte).toBe(
      /<Assertion .*<\/Assertion>/s.exec(bloc.replace(/<Signature .*<\/Signature>/s, ''))?.[0],
    )
    expect(vouchedFor(bloc)).toEqual([couverte])
  })

  it.runIf(xmlsec)('xmlsec1 la vérifie seule et dans le message entier', async () => {
    const bloc = await signee({ sujet: 'CN=É\\, "l\'apostrophe" & <compagnie>', idNat: '30B0199999/A&B' })
    expect(await xmlsecVerifies(bloc)).toBe(true)
    expect(await xmlsecVerifies(enveloppe(bloc))).toBe(true)
    expect(await xmlsecVerifies(bloc.replace('SA01', 'SA05'))).toBe(false)
  })

  it.each([
    ['secteur changé', 'SA01', 'SA05'],
    ['porteur changé', 'MORELIN', 'MORELLE'],
    ['instant changé', '08:15:00', '09:15:00'],
    ['condensat changé', '<DigestValue>', '<DigestValue>A'],
  ])('%s : plus rien n’est couvert', async (_cas, avant, apres) => {
    const bloc = await signee()
    expect(vouchedFor(bloc.replace(avant, apres))).toEqual([])
  })

  it('quels que soient les noms du porteur, la forme signée est la forme envoyée', async () => {
    const texte = fc.string({
      unit: fc.constantFrom(...LETTRES),
      minLength: 1,
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(texte, texte, async (sujet, idNat) => {
        const bloc = await signee({ sujet, idNat })
        expect(vouchedFor(enveloppe(bloc)).length).toBe(1)
      }),
      { numRuns: 60 },
    )
  })
})

describe('INSi par CPx, schémas', () => {
  const enveloppeValide = openXsd(new URL('schema/enveloppe.xsd', import.meta.url))

  it('le message entier suit le schéma du projet, avec assertion comme sans', async () => {
    expect(enveloppeValide(enveloppe(await signee()))).toEqual([])
    expect(enveloppeValide(enveloppe(''))).toEqual([])
  })

  it.each([
    ['bloc vide', /<Assertion .*<\/Assertion>/s, ''],
    ['sans signature', /<Signature .*<\/Signature>/s, ''],
    ['signature SHA-1', 'xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-sha1'],
    ['forme canonique inclusive', '2001/10/xml-exc-c14n#', '2001/10/xml-c14n#'],
    ['qualificatif inventé', 'NameQualifier="CPS"', 'NameQualifier="CPZ"'],
    ['attribut répété', 'Name="secteurActivite"', 'Name="identifiantFacturation"'],
    ['heure locale', '.123Z"', '.123+01:00"'],
    ['identifiant sans tiret bas', 'ID="_', 'ID="'],
  ])('le schéma du projet refuse : %s', async (_cas, avant, apres) => {
    const bloc = await signee()
    const change = bloc.replace(avant, apres)
    expect(change).not.toBe(bloc)
    expect(enveloppeValide(enveloppe(change)).length).toBeGreaterThan(0)
  })

  it.runIf(officielle)('le bloc suit les XSD officiels (WSSE, SAML 2, XML-DSig)', async () => {
    expect(openOfficiel('WSSE/Security.xsd')(await signee())).toEqual([])
    expect(openOfficiel('WSSE/Security.xsd')(await signee({ type: 'CDE-CPE' }))).toEqual([])
  })
})
