import { isXmlText } from './escape-xml.ts'

/** An element without prefix; its namespace, when it declares one, is its attribute `xmlns`. */
export interface Noeud {
  readonly nom: string
  readonly attributs?: Readonly<Record<string, string>>
  readonly contenu?: string | readonly Noeud[]
}

/**
 * Writes an element in its canonical form: what is signed and what is sent are then the same bytes, whatever envelope they are put
 * in. Source: Exclusive XML Canonicalization 1.0, for elements in the default namespace alone.
 */
export function canonicalXml({ nom, attributs = {}, contenu = '' }: Noeud): string {
  const ecrits = Object.entries(attributs)
    .toSorted(([a], [b]) => rank(a, b))
    .map(([cle, valeur]) => ` ${cle}="${escaped(valeur, ATTRIBUT)}"`)
  const interieur = typeof contenu === 'string' ? escaped(contenu, TEXTE) : contenu.map(canonicalXml).join('')
  return `<${nom}${ecrits.join('')}>${interieur}</${nom}>`
}

/** The namespace comes first, then attributes by the code points of their names. */
function rank(a: string, b: string): number {
  if (a === 'xmlns' || b === 'xmlns') return a === 'xmlns' ? -1 : 1
  return a < b ? -1 : 1
}

const TEXTE: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }

const ATTRIBUT: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

function escaped(texte: string, references: Readonly<Record<string, string>>): string {
  if (!isXmlText(texte)) throw new RangeError('text holds a character XML 1.0 forbids')
  return texte.replace(/[&<>"\t\n\r]/g, (caractere) => references[caractere] ?? caractere)
}
