import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeXml, isXmlText } from './escape-xml.ts'
import { parseXml, textOf } from './read-xml.ts'

const relire = (texte: string): string | null => {
  const racine = parseXml(`<t a="${escapeXml(texte)}">${escapeXml(texte)}</t>`)
  return racine && textOf(racine)
}

describe('XML 1.0, écriture des textes', () => {
  it.each([
    ["D'ARTAGNAN", 'D&apos;ARTAGNAN'],
    ['A & B < C > "D"', 'A &amp; B &lt; C &gt; &quot;D&quot;'],
    [']]>', ']]&gt;'],
    ['a\r\nb', 'a&#13;\nb'],
  ])('%j devient %j', (texte, attendu) => expect(escapeXml(texte)).toBe(attendu))

  it('tout texte admis par XML se relit à l’identique', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (texte) => {
        fc.pre(isXmlText(texte))
        expect(relire(texte)).toBe(texte)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['nul', 'A\u0000'],
    ['échappement', 'A\u001B'],
    ['demi-caractère', 'A\uD800'],
    ['non-caractère', 'A\uFFFE'],
  ])('un caractère interdit n’est jamais écrit : %s', (_nom, texte) => {
    expect(isXmlText(texte)).toBe(false)
    expect(() => escapeXml(texte)).toThrow(RangeError)
  })
})
