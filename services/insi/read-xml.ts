import { DOMParser, onWarningStopParsing, type Element } from '@xmldom/xmldom'

/** Largest answer read, in bytes; a genuine one is under 4 KiB. */
export const TAILLE_MAX = 256 * 1024

/** Bounds of a genuine answer, wide: within the size alone, nested tags cost the parser up to 1.6 s. */
const PROFONDEUR_MAX = 32
const BALISES_MAX = 4_000

const ELEMENT = 1
const TEXTE = new Set([3, 4])

/** Parses a document strictly: the root element, or null for malformed text, a DOCTYPE, an entity or another encoding. */
export function parseXml(source: string): Element | null {
  const texte = source.startsWith('\uFEFF') ? source.slice(1) : source
  const encodage = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(texte)?.[1]
  if (encodage !== undefined && !/^utf-?8$/i.test(encodage)) return null
  // Refused before parsing: an internal subset is work done for the sender.
  if (/<!DOCTYPE/i.test(texte)) return null
  if (!estRaisonnable(texte)) return null
  try {
    return new DOMParser({ onError: onWarningStopParsing }).parseFromString(texte, 'text/xml').documentElement
  } catch {
    return null
  }
}

/** Counts tags in one pass before any tree is built; only an estimate, the parser judges the rest. */
function estRaisonnable(texte: string): boolean {
  let profondeur = 0
  let balises = 0
  for (const [balise] of texte.matchAll(/<[^!?<>][^<>]*>/g)) {
    balises += 1
    if (balise.startsWith('</')) profondeur -= 1
    else if (!balise.endsWith('/>')) profondeur += 1
    if (profondeur > PROFONDEUR_MAX || balises > BALISES_MAX) return false
  }
  return true
}

/** Child elements, in document order. */
export const elementsOf = (parent: Element): readonly Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === ELEMENT)

export const isNamed = (element: Element, namespace: string, localName: string): boolean =>
  element.namespaceURI === namespace && element.localName === localName

/** The children of one name, whatever their prefix and order. */
export const childrenNamed = (parent: Element, namespace: string, localName: string): readonly Element[] =>
  elementsOf(parent).filter((element) => isNamed(element, namespace, localName))

/** The only child of that name; null when there is none or more than one. */
export function onlyChild(parent: Element, namespace: string, localName: string): Element | null {
  const found = childrenNamed(parent, namespace, localName)
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Text of an element that holds only text, untouched; null when it holds other elements. */
export function textOf(element: Element): string | null {
  const nodes = Array.from(element.childNodes)
  if (nodes.some((node) => node.nodeType === ELEMENT)) return null
  return nodes.map((node) => (TEXTE.has(node.nodeType) ? (node.nodeValue ?? '') : '')).join('')
}
