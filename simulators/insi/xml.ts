import { DOMParser, onWarningStopParsing, type Element } from '@xmldom/xmldom'

export const NS = {
  soap: 'http://www.w3.org/2003/05/soap-envelope',
  wsa: 'http://www.w3.org/2005/08/addressing',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  dsig: 'http://www.w3.org/2000/09/xmldsig#',
  bam: 'urn:siram:bam:ctxbam',
  lps: 'urn:siram:lps:ctxlps',
  siram: 'urn:siram',
  recsans: 'http://www.cnamts.fr/INSiRecSans',
  recvit: 'http://www.cnamts.fr/INSiRecVit',
  resultat: 'http://www.cnamts.fr/INSiResultat',
} as const

export type Espace = keyof typeof NS

/** Parses a request; null when it is not well-formed XML or brings a DOCTYPE. */
export function parseXml(source: string): Element | null {
  try {
    const document = new DOMParser({ onError: onWarningStopParsing }).parseFromString(source, 'text/xml')
    return document.doctype === null ? document.documentElement : null
  } catch {
    return null
  }
}

export const elementsOf = (parent: Element | null): readonly Element[] =>
  Array.from(parent?.childNodes ?? []).filter((node): node is Element => node.nodeType === 1)

/** The first element found going down the given path of names. */
export const descend = (
  from: Element | null,
  ...path: readonly (readonly [Espace, string])[]
): Element | null =>
  path.reduce<Element | null>(
    (element, [espace, nom]) =>
      (element &&
        elementsOf(element).find((child) => child.namespaceURI === NS[espace] && child.localName === nom)) ??
      null,
    from,
  )

export const textOf = (element: Element | null): string | null => element?.textContent ?? null

/** Whether the children are among these names, each once at most, in this order. */
export function ordonnes(parent: Element | null, noms: readonly string[]): boolean {
  const rangs = elementsOf(parent).map(({ localName }) => noms.indexOf(localName ?? ''))
  return rangs.every((rang, place) => rang >= 0 && rang > (rangs[place - 1] ?? -1))
}

/** Writes a text as XML character data. */
export const escapeXml = (texte: string): string =>
  texte.replace(/[&<>"']/g, (caractere) => `&#${caractere.codePointAt(0)};`)
