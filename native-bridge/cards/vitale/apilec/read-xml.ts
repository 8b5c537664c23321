import { DOMParser, onWarningStopParsing, type Element } from '@xmldom/xmldom'

/** One element of the answer, read by the names of its children. */
export interface Noeud {
  /** Text of a child, trimmed; null when it is absent or empty. */
  texte(nom: string): string | null
  enfant(nom: string): Noeud | null
  /** Every child of these names, in order. */
  enfants(...noms: readonly string[]): readonly Noeud[]
  /** Every descendant of this name. */
  partout(nom: string): readonly Noeud[]
}

const ELEMENT = 1

/** Reads the answer of the reading API, ISO-8859-1; null for malformed text, a DOCTYPE, a control character or another encoding. */
export function readXml(octets: Uint8Array): Noeud | null {
  const texte = Buffer.from(octets).toString('latin1').replace(/\0+$/, '')
  const encodage = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(texte)?.[1]
  if (encodage !== undefined && !/^iso-8859-1$/i.test(encodage)) return null
  if (/<!DOCTYPE/i.test(texte) || /[^\P{Cc}\t\r\n]/u.test(texte)) return null
  try {
    const { documentElement } = new DOMParser({ onError: onWarningStopParsing }).parseFromString(
      texte,
      'text/xml',
    )
    return documentElement && nodeOf(documentElement)
  } catch {
    return null
  }
}

function nodeOf(element: Element): Noeud {
  const elements = Array.from(element.childNodes).filter(
    (noeud): noeud is Element => noeud.nodeType === ELEMENT,
  )
  const enfants = (...noms: readonly string[]): readonly Noeud[] =>
    elements.filter(({ localName }) => localName !== null && noms.includes(localName)).map(nodeOf)
  return {
    texte: (nom) => elements.find(({ localName }) => localName === nom)?.textContent?.trim() || null,
    enfant: (nom) => enfants(nom)[0] ?? null,
    enfants,
    partout: (nom) => Array.from(element.getElementsByTagName(nom)).map(nodeOf),
  }
}
