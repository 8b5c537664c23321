import { createHash } from 'node:crypto'
import type { PorteurCpx, TypeCpx } from '#domain/cartes/porteur-cpx.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { canonicalXml, type Noeud } from './canonical-xml.ts'
import { DSIG, SAML, WSSE } from './namespaces.ts'

/** The card that signs, handed over by the workstation for as long as it stays in. */
export interface SignataireCpx {
  readonly porteur: PorteurCpx
  /** Signature certificate of the card, DER in base64. */
  readonly certificat: string
  /** Signs a SHA-256 digest with the signature key (RSA PKCS#1 v1.5); refuses once this card is gone. */
  sign(condensat: Uint8Array): Promise<Result<Uint8Array, Refus>>
}

/** What the establishment says of the holder's activity. */
export interface ActiviteCpx {
  /** FINESS of the establishment, or the AM number of a private practice. */
  readonly identifiantFacturation: string
  /** Code of table R02: SA01 for a public hospital. */
  readonly secteurActivite: string
}

export interface DemandeAssertion extends ActiviteCpx {
  readonly uuid: string
  readonly instant: Date
}

/**
 * Builds the assertion PS of one call and has the card sign it: the SOAP block to insert verbatim. Made for this call and kept
 * nowhere, so that none outlives its card. Source: INSi, CPx access mode, checked against a published assertion.
 */
export async function signAssertionPs(
  demande: DemandeAssertion,
  signataire: SignataireCpx,
): Promise<Result<string, Refus>> {
  const id = `_${demande.uuid}`
  const reference = signedInfo(id, sha256(canonicalXml(assertion(demande, signataire.porteur, []))))
  const signature = await signataire.sign(createHash('sha256').update(canonicalXml(reference)).digest())
  if (!signature.ok) return signature
  const signee = assertion(demande, signataire.porteur, [
    signatureElement(reference, Buffer.from(signature.value).toString('base64'), signataire.certificat),
  ])
  return succes(`<wsse:Security xmlns:wsse="${WSSE}">${canonicalXml(signee)}</wsse:Security>`)
}

const sha256 = (texte: string): string => createHash('sha256').update(texte).digest('base64')

/** How INSi names the types of cards. Source: GIE SESAM-Vitale training kit. */
const QUALIFICATIFS: Readonly<Record<TypeCpx, string>> = {
  CPS: 'CPS',
  CPF: 'CPF',
  'CDE-CPE': 'CDE-CPE',
  'CDA-CPA': 'CPA',
  CPX: 'CPX',
}

function assertion(demande: DemandeAssertion, porteur: PorteurCpx, signature: readonly Noeud[]): Noeud {
  const { uuid, instant, identifiantFacturation, secteurActivite } = demande
  return {
    nom: 'Assertion',
    attributs: { xmlns: SAML, ID: `_${uuid}`, IssueInstant: instant.toISOString(), Version: '2.0' },
    contenu: [
      { nom: 'Issuer', attributs: { Format: X509_SUBJECT }, contenu: porteur.sujet },
      ...signature,
      {
        nom: 'Subject',
        contenu: [
          {
            nom: 'NameID',
            attributs: { NameQualifier: QUALIFICATIFS[porteur.type] },
            contenu: porteur.idNat,
          },
        ],
      },
      {
        nom: 'AttributeStatement',
        contenu: [
          attribute('identifiantFacturation', identifiantFacturation),
          attribute('secteurActivite', secteurActivite),
        ],
      },
    ],
  }
}

const X509_SUBJECT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName'

const attribute = (nom: string, valeur: string): Noeud => ({
  nom: 'Attribute',
  attributs: { Name: nom },
  contenu: [{ nom: 'AttributeValue', contenu: valeur }],
})

const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const ENVELOPPEE = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256'

const algorithm = (nom: string, uri: string): Noeud => ({ nom, attributs: { Algorithm: uri } })

/** Alone, it declares the namespace that the signature around it gives it once in place. */
const signedInfo = (id: string, condensat: string): Noeud => ({
  nom: 'SignedInfo',
  attributs: { xmlns: DSIG },
  contenu: [
    algorithm('CanonicalizationMethod', EXC_C14N),
    algorithm('SignatureMethod', RSA_SHA256),
    {
      nom: 'Reference',
      attributs: { URI: `#${id}` },
      contenu: [
        {
          nom: 'Transforms',
          contenu: [algorithm('Transform', ENVELOPPEE), algorithm('Transform', EXC_C14N)],
        },
        algorithm('DigestMethod', SHA256),
        { nom: 'DigestValue', contenu: condensat },
      ],
    },
  ],
})

const signatureElement = (reference: Noeud, valeur: string, certificat: string): Noeud => ({
  nom: 'Signature',
  attributs: { xmlns: DSIG },
  contenu: [
    { ...reference, attributs: {} },
    { nom: 'SignatureValue', contenu: valeur },
    {
      nom: 'KeyInfo',
      contenu: [{ nom: 'X509Data', contenu: [{ nom: 'X509Certificate', contenu: certificat }] }],
    },
  ],
})
