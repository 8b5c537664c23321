import '../../insi/reflect-metadata.ts'
import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { CarteCpxSimulee } from './porteurs.ts'

/** A key of a card and its certificate, both DER. */
export interface PaireCpx {
  readonly certificat: Buffer
  /** PKCS#8. */
  readonly cle: Buffer
}

/** The two pairs of a CPx: one signs for its holder, the other proves that the card is here. */
export interface PairesCpx {
  readonly signature: PaireCpx
  readonly authentification: PaireCpx
}

/** An authority of simulated cards; its name says that its cards are test cards, as IGC-Santé does. */
export interface AutoriteCpx {
  /** Its certificate, PEM, to be trusted. */
  readonly certificat: string
  issue(carte: CarteCpxSimulee): Promise<PairesCpx>
}

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const

const JOUR_MS = 86_400_000
const EMETTEUR: x509.JsonName = [{ C: ['FR'] }, { O: ['SIMULATION'] }, { CN: ['TEST AC CARTES FICTIVES'] }]

type Cles = Parameters<typeof x509.X509CertificateGenerator.createSelfSigned>[0]['keys']

/** Makes an authority for one run: cards of another run are signed by another one of the same name. */
export async function createAutoriteCpx(maintenant: Date): Promise<AutoriteCpx> {
  const cles = await newKeys()
  const racine = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: EMETTEUR,
    keys: cles,
    signingAlgorithm: RSA,
    notBefore: new Date(maintenant.getTime() - 30 * JOUR_MS),
    notAfter: new Date(maintenant.getTime() + 3650 * JOUR_MS),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  })
  const pair = async (carte: CarteCpxSimulee, usage: x509.KeyUsageFlags): Promise<PaireCpx> => {
    const siennes = await newKeys()
    const certificat = await x509.X509CertificateGenerator.create({
      serialNumber: serialNumber(),
      subject: subjectOf(carte),
      issuer: EMETTEUR,
      publicKey: siennes.publicKey,
      signingKey: cles.privateKey,
      signingAlgorithm: RSA,
      notBefore: new Date(maintenant.getTime() - 20 * JOUR_MS),
      notAfter: new Date(maintenant.getTime() + carte.finJours * JOUR_MS),
      extensions: [new x509.KeyUsagesExtension(usage, true), ...privateExtensions(carte)],
    })
    return { certificat: Buffer.from(certificat.rawData), cle: await exportKey(siennes) }
  }
  return {
    certificat: new X509Certificate(Buffer.from(racine.rawData)).toString(),
    issue: async (carte) => ({
      signature: await pair(carte, x509.KeyUsageFlags.nonRepudiation),
      authentification: await pair(carte, x509.KeyUsageFlags.digitalSignature),
    }),
  }
}

const newKeys = (): Promise<Cles> => crypto.subtle.generateKey(RSA, true, ['sign', 'verify'])

const serialNumber = (): string => randomUUID().replaceAll('-', '').replace(/^./, '1')

async function exportKey(cles: Cles): Promise<Buffer> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', cles.privateKey))
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ type: 'pkcs8', format: 'der' })
}

/** Names of a person share one RDN with the CN. Source: IGC-Santé, certificates of CPS and CPE. */
function subjectOf(carte: CarteCpxSimulee): x509.Name {
  const { idNat, nom, prenom, pseudonyme, titre, organisation, structure } = carte
  const dernier: Record<string, x509.JsonAttributeObject[]> = { CN: text(idNat) }
  if (nom !== null) dernier['2.5.4.4'] = text(nom)
  if (prenom !== null) dernier['2.5.4.42'] = text(prenom)
  const suite: readonly (readonly [oid: string, valeur: string | null])[] = [
    ['O', organisation],
    ['OU', structure],
    ['2.5.4.12', titre],
    ['2.5.4.65', pseudonyme],
  ]
  return new x509.Name([
    { C: ['FR'] },
    ...suite.flatMap(([oid, valeur]) => (valeur === null ? [] : [{ [oid]: text(valeur) }])),
    dernier,
  ])
}

const text = (valeur: string): x509.JsonAttributeObject[] => [{ utf8String: valeur }]

/** Card type, card number and profession. Source: IGC-Santé, extensions 1.2.250.1.71.1.2. */
function privateExtensions({ type, numero, profession }: CarteCpxSimulee): readonly x509.Extension[] {
  const extension = (oid: string, valeur: Uint8Array<ArrayBuffer>) => new x509.Extension(oid, false, valeur)
  return [
    extension('1.2.250.1.71.1.2.2', Uint8Array.of(0x02, 0x01, type)),
    extension('1.2.250.1.71.1.2.3', Uint8Array.of(0x04, numero.length, ...Buffer.from(numero))),
    ...(profession === null ? [] : [extension('1.2.250.1.71.1.2.7', Uint8Array.of(0x02, 0x01, profession))]),
  ]
}
