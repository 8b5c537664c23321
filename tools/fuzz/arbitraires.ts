import fc from 'fast-check'

/** Signs that break a careless reader of names: look-alikes, marks alone, letters that grow or decompose, controls. */
const SIGNES: readonly string[] = [
  ...Array.from("ABCZabcz09 -'’‘ʼ`´′‐‑–—−.,;éÉçñüŒœÆæßẞØøŁłĐđðÞþĦħıİǆǰŉﬁ"),
  ...Array.from('\u0301\u0345\u00A0\u202F\u2028\t\n\u0000\u001D\u200B\u202E\u037E\u1FEF\u1FFD\u212A\uFEFF'),
  'Ж',
  'محمد',
  '李',
  '👪',
  '\uD800',
]

/** What an agent, a scanner or a document may put in a text field. */
export const saisie: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...SIGNES), { maxLength: 40 }).map((s) => s.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 130 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 130 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(...Array.from('0123456789/ -.AB')), maxLength: 20 }),
  },
)

interface Coup {
  readonly place: number
  readonly octet: number
}

/** Valid bytes with a few of them changed, then cut: what a bad card, a bad line or a bad disk gives. */
export const abime = (valide: Uint8Array): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      fc.array(fc.record<Coup>({ place: fc.nat(valide.length - 1), octet: fc.nat(255) }), { maxLength: 8 }),
      fc.option(fc.nat(valide.length)),
    )
    .map(([coups, longueur]) => {
      const copie = Buffer.from(valide)
      for (const { place, octet } of coups) copie[place] = octet
      return copie.subarray(0, longueur ?? valide.length)
    })

/** Any bytes, or BER-TLV-looking ones, nested or lying about their length. */
export const octets: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(0xe0, 0xa0, 0x80, 0x82, 0x5f, 0x7f, 0x00, 0xff),
        fc.nat(40),
        fc.uint8Array({ maxLength: 40 }),
      ),
      { maxLength: 8 },
    )
    .map((objets) =>
      Uint8Array.from(objets.flatMap(([tag, longueur, valeur]) => [tag, longueur, ...valeur])),
    ),
)
