import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tlv } from '#simulators/cards/write-tlv.ts'
import { readTlvs, valueOf } from './tlv.ts'

const bytes = (hexa: string): Uint8Array => new Uint8Array(Buffer.from(hexa.replaceAll(' ', ''), 'hex'))
const ILLISIBLE = { ok: false, error: { code: 'cartes/contenu-illisible' } }

describe('ISO 7816-4, objets TLV', () => {
  it('étiquette d’un ou deux octets, longueur de un à trois, remplissage ignoré', () => {
    const lu = readTlvs(bytes('00 80 01 41 FF 7F21 81 02 4242 00 81 82 0001 43 FFFF'))
    expect(lu).toEqual({
      ok: true,
      value: [
        { tag: 0x80, value: bytes('41') },
        { tag: 0x7f21, value: bytes('4242') },
        { tag: 0x81, value: bytes('43') },
      ],
    })
  })

  it.each([
    ['valeur plus courte que sa longueur', '80 02 41'],
    ['sans longueur', '80'],
    ['longueur sans ses octets', '80 82 01'],
    ['longueur indéfinie', '80 80 00 00'],
    ['longueur sur trois octets', '80 83 00 00 01 41'],
    ['étiquette de trois octets', '7F 81 01 01 41'],
    ['étiquette coupée', '7F'],
  ])('%s : contenu illisible', (_cas, hexa) => {
    expect(readTlvs(bytes(hexa))).toEqual(ILLISIBLE)
  })

  it('trop d’objets : contenu illisible', () => {
    expect(readTlvs(bytes('8000'.repeat(512))).ok).toBe(true)
    expect(readTlvs(bytes('8000'.repeat(513)))).toEqual(ILLISIBLE)
  })

  it('tout objet écrit se relit à l’identique', () => {
    const objet = fc.record({
      tag: fc.constantFrom(0x65, 0x80, 0x93, 0xe0, 0x7f21, 0x5f37),
      value: fc.uint8Array({ maxLength: 700 }),
    })
    fc.assert(
      fc.property(fc.array(objet, { maxLength: 20 }), (objets) => {
        const ecrits = Buffer.concat(objets.map(({ tag, value }) => tlv(tag, value)))
        expect(readTlvs(new Uint8Array(ecrits))).toEqual({ ok: true, value: objets })
      }),
    )
  })

  it('n’importe quels octets se lisent ou se refusent, sans jamais sortir de leurs bornes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        const lu = readTlvs(octets)
        const pris = lu.ok ? lu.value.reduce((somme, { value }) => somme + value.length + 2, 0) : 0
        expect(lu.ok ? pris <= octets.length : lu).toEqual(lu.ok ? true : ILLISIBLE)
      }),
      { numRuns: 2000 },
    )
  })

  it('la valeur cherchée est celle du premier objet de l’étiquette', () => {
    const lu = readTlvs(bytes('80 01 41 80 01 42'))
    expect(lu.ok && valueOf(lu.value, 0x80)).toEqual(bytes('41'))
    expect(lu.ok && valueOf(lu.value, 0x81)).toBeUndefined()
  })
})
