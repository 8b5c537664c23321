import { X509Certificate } from 'node:crypto'
import { XMLSerializer, type Element } from '@xmldom/xmldom'
import { SignedXml } from 'xml-crypto'
import { echec, succes, type Result } from '#domain/result.ts'
import { descend, elementsOf, NS, parseXml, textOf } from './xml.ts'

/** What a card assertion is judged by: the instant, and the authorities (PEM) that issue cards. */
export interface Confiance {
  readonly maintenant: Date
  readonly autoritesCpx: () => readonly string[]
}

const HEURE_MS = 3_600_000
/** How far ahead the clock of a desk may be. */
const AVANCE_MS = 60_000

/**
 * Verifies the only assertion PS of a message: its form, its algorithms, its signature, who issued the card, its instant, its holder.
 * A TLSi assertion has neither Conditions nor audience: one that has is of another service. Source: insi §2.5, §6.5. Each failure is a
 * code of this simulator, the real ones are not public.
 */
export function verifierAssertion(
  message: string,
  assertions: readonly Element[],
  confiance: Confiance,
): Result<Element, string> {
  const [assertion, ...autres] = assertions
  if (!assertion) return echec('simu_assertion_absente')
  if (autres.length > 0 || !aLaForme(assertion)) return echec('simu_assertion_forme')
  const signature = descend(assertion, ['dsig', 'Signature'])
  if (!signature || !algorithmesAttendus(signature)) return echec('simu_assertion_algorithme')
  const certificat = certificatDe(signature)
  if (!certificat) return echec('simu_assertion_certificat')
  const signee = elementSigne(message, signature, certificat)
  // What the signature covers must be this very assertion; nothing is read from anywhere else.
  if (!signee || signee.getAttribute('ID') !== assertion.getAttribute('ID'))
    return echec('simu_assertion_signature')
  const faute = FAUTES.find(([, respectee]) => !respectee(signee, certificat, confiance))
  return faute ? echec(faute[0]) : succes(signee)
}

const FAUTES: readonly (readonly [
  code: string,
  respectee: (assertion: Element, certificat: X509Certificate, confiance: Confiance) => boolean,
])[] = [
  ['simu_assertion_autorite', (_assertion, certificat, confiance) => estEmisPar(certificat, confiance)],
  ['simu_assertion_perimee', (assertion, _certificat, { maintenant }) => estRecente(assertion, maintenant)],
  ['simu_assertion_porteur', (assertion, certificat) => porteurDe(assertion) === cnDe(certificat)],
  ['simu_assertion_facturation', (assertion) => ATTRIBUTS.every((nom) => attribut(assertion, nom) !== '')],
]

const PARTIES = ['Issuer', 'Signature', 'Subject', 'AttributeStatement']

const aLaForme = (assertion: Element): boolean =>
  assertion.namespaceURI === NS.saml &&
  assertion.localName === 'Assertion' &&
  assertion.getAttribute('Version') === '2.0' &&
  /^_.+/.test(assertion.getAttribute('ID') ?? '') &&
  elementsOf(assertion)
    .map(({ localName }) => localName)
    .join() === PARTIES.join()

const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const ENVELOPPEE = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256'

/** One reference, and the only algorithms the service takes, in their only order. */
function algorithmesAttendus(signature: Element): boolean {
  const info = descend(signature, ['dsig', 'SignedInfo'])
  const reference = descend(info, ['dsig', 'Reference'])
  const transformations = elementsOf(descend(reference, ['dsig', 'Transforms']))
  const trouves = [
    descend(info, ['dsig', 'CanonicalizationMethod']),
    descend(info, ['dsig', 'SignatureMethod']),
    ...transformations,
    descend(reference, ['dsig', 'DigestMethod']),
  ].map((element) => element?.getAttribute('Algorithm'))
  const references = elementsOf(info).filter(({ localName }) => localName === 'Reference')
  return (
    references.length === 1 && trouves.join() === [EXC_C14N, RSA_SHA256, ENVELOPPEE, EXC_C14N, SHA256].join()
  )
}

function certificatDe(signature: Element): X509Certificate | null {
  const base64 = textOf(
    descend(signature, ['dsig', 'KeyInfo'], ['dsig', 'X509Data'], ['dsig', 'X509Certificate']),
  )
  try {
    return base64 === null ? null : new X509Certificate(Buffer.from(base64, 'base64'))
  } catch {
    return null
  }
}

/** The element the signature vouches for, read from the bytes that were digested; null when it is wrong. */
function elementSigne(message: string, signature: Element, certificat: X509Certificate): Element | null {
  const verification = new SignedXml({
    publicCert: certificat.toString(),
    getCertFromKeyInfo: () => null,
  })
  try {
    verification.loadSignature(new XMLSerializer().serializeToString(signature))
    const [seule, ...autres] = verification.checkSignature(message) ? verification.getSignedReferences() : []
    return seule === undefined || autres.length > 0 ? null : parseXml(seule)
  } catch {
    return null
  }
}

const estEmisPar = (certificat: X509Certificate, { maintenant, autoritesCpx }: Confiance): boolean =>
  certificat.validFromDate <= maintenant &&
  maintenant <= certificat.validToDate &&
  autoritesCpx()
    .map((pem) => new X509Certificate(pem))
    .some((autorite) => certificat.checkIssued(autorite) && certificat.verify(autorite.publicKey))

/** Within one hour. Source: insi §2.5. */
function estRecente(assertion: Element, maintenant: Date): boolean {
  const age = maintenant.getTime() - Date.parse(assertion.getAttribute('IssueInstant') ?? '')
  return age >= -AVANCE_MS && age <= HEURE_MS
}

/** Who signed, by the national identifier. */
export const porteurDe = (assertion: Element): string | null =>
  textOf(descend(assertion, ['saml', 'Subject'], ['saml', 'NameID']))

const cnDe = (certificat: X509Certificate): unknown => certificat.toLegacyObject().subject['CN']

const ATTRIBUTS = ['identifiantFacturation', 'secteurActivite']

/** The text of an attribute named once, else nothing. */
function attribut(assertion: Element, nom: string): string {
  const dits = elementsOf(descend(assertion, ['saml', 'AttributeStatement'])).filter(
    (element) => element.getAttribute('Name') === nom,
  )
  return dits.length === 1 ? (textOf(descend(dits[0] ?? null, ['saml', 'AttributeValue'])) ?? '') : ''
}
