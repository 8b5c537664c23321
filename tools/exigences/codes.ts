/** Numbers of a family, in order, written `1-3 7`. */
const suite = (ecrite: string): readonly number[] =>
  ecrite.split(' ').flatMap((part) => {
    const [debut = 0, fin = debut] = part.split('-').map(Number)
    return Array.from({ length: fin - debut + 1 }, (_, rang) => debut + rang)
  })

const FAMILLES: readonly (readonly [prefixe: string, numeros: string])[] = [
  ['EXI SI ', '1-4 7-10 22 23 29 30'],
  ['EXI PP ', '9 17-19'],
  ['EXI ES ', '2'],
  ['EXI ID ', '1 3 8 10-12 14 15 17 19 23 24 26-29'],
  ['EXI REC ', '2 7 8'],
  ['EXI DIF ', '2'],
  ['ID-', '1-19 21'],
  ['DX-', '1 2 4-11 14'],
  ['OR-', '1-6 8 9 11-13 15'],
]

/**
 * Every code docs/exigences.md must carry. EXI: RNIV and the INS implementation guide, those whose text was found.
 * ID, DX, OR: our numbers for what the national training webinars and workshops on the INS ask of a product.
 */
export const CODES: readonly string[] = FAMILLES.flatMap(([prefixe, numeros]) =>
  suite(numeros).map((numero) => `${prefixe}${String(numero).padStart(2, '0')}`),
)

const CODE = /\bEXI (SI|PP|ES|ID|REC|DIF) (\d\d)\b|\b(ID|DX|OR)-(\d\d)\b/g

/** The codes a text cites, written as the page writes them. */
export const codesCites = (texte: string): readonly string[] =>
  [...texte.matchAll(CODE)].map(([, exi, numero, regle, rang]) =>
    exi === undefined ? `${regle}-${rang}` : `EXI ${exi} ${numero}`,
  )
