import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { descellerCopie, scellerCopie } from './sceller-copie.ts'

describe('DMN INS 46 : chaque page est chiffrée sous une clé à elle', () => {
  it('se relit à l’octet près', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (octets) => {
        const { cle, scellee } = scellerCopie(octets, 'page')
        expect(descellerCopie(scellee, cle, 'page')).toEqual(Buffer.from(octets))
      }),
    ))

  it('deux fois la même image : ni la même clé, ni le même texte chiffré', () => {
    const [une, autre] = [scellerCopie(Buffer.alloc(64), 'a'), scellerCopie(Buffer.alloc(64), 'a')]
    expect(une.cle.equals(autre.cle) || une.scellee.equals(autre.scellee)).toBe(false)
  })

  it('un bit changé, une fin coupée, une autre page ou une autre clé : rien ne se lit', () => {
    const { cle, scellee } = scellerCopie(Buffer.from('image'), 'page')
    for (let rang = 0; rang < scellee.length; rang += 1) {
      const abimee = Buffer.from(scellee)
      abimee.writeUInt8(abimee.readUInt8(rang) ^ 1, rang)
      expect(descellerCopie(abimee, cle, 'page')).toBeNull()
      expect(descellerCopie(scellee.subarray(0, rang), cle, 'page')).toBeNull()
    }
    expect(descellerCopie(scellee, cle, 'autre')).toBeNull()
    expect(descellerCopie(scellee, Buffer.alloc(32), 'page')).toBeNull()
  })
})
