/** What a run of codewords says, and how many of its first characters were written in C40 without leaving it. */
export interface LectureCodewords {
  readonly texte: string
  readonly caracteresEnC40: number
}

const VERS_C40 = 230
const VERS_ASCII = 254
const BOURRAGE = 129

/** C40 basic set: three shifts, space, digits, capitals. Source: ISO/IEC 16022, table C.1. */
const ALPHABET = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Shift 2: punctuation, in the order of its values. */
const PONCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_'

/**
 * Reads codewords that use ASCII and C40, the two modes an INS symbol may hold; undefined on anything else. It proves
 * what a plain decoder hides: the way the header was encoded. Source: ISO/IEC 16022 §5.2; INS, format datamatrix v2.2 §3.1.
 */
export function lireModes(codewords: readonly number[]): LectureCodewords | undefined {
  let [texte, caracteresEnC40, rang] = ['', 0, 0]
  while (rang < codewords.length) {
    const codeword = codewords[rang] ?? 0
    if (codeword === BOURRAGE) break
    if (codeword === VERS_C40) {
      const lu = lireC40(codewords, rang + 1)
      if (lu === undefined) return undefined
      if (rang === 0) caracteresEnC40 = lu.texte.length
      texte += lu.texte
      rang = lu.suite
    } else {
      const lu = lireAscii(codeword)
      if (lu === undefined) return undefined
      texte += lu
      rang += 1
    }
  }
  return { texte, caracteresEnC40 }
}

function lireAscii(codeword: number): string | undefined {
  if (codeword >= 1 && codeword <= 128) return String.fromCharCode(codeword - 1)
  return codeword >= 130 && codeword < VERS_C40 ? String(codeword - 130).padStart(2, '0') : undefined
}

/** Reads pairs of codewords, three values each, until C40 is left or fewer than two codewords remain. */
function lireC40(
  codewords: readonly number[],
  debut: number,
): { readonly texte: string; readonly suite: number } | undefined {
  const valeurs: number[] = []
  let rang = debut
  while (rang + 1 < codewords.length && codewords[rang] !== VERS_ASCII) {
    const paire = (codewords[rang] ?? 0) * 256 + (codewords[rang + 1] ?? 0) - 1
    valeurs.push(Math.floor(paire / 1600), Math.floor(paire / 40) % 40, paire % 40)
    rang += 2
  }
  const texte = lireValeurs(valeurs)
  return texte === undefined ? undefined : { texte, suite: codewords[rang] === VERS_ASCII ? rang + 1 : rang }
}

function lireValeurs(valeurs: readonly number[]): string | undefined {
  let [texte, decalage] = ['', 0]
  for (const valeur of valeurs) {
    if (decalage === 0 && valeur < 3) decalage = valeur + 1
    else {
      const caractere = caractereC40(valeur, decalage)
      if (caractere === undefined) return undefined
      texte += caractere
      decalage = 0
    }
  }
  return texte
}

/** A final lone shift 1 fills the last triple; it stands for nothing, hence no value follows it. */
function caractereC40(valeur: number, decalage: number): string | undefined {
  if (decalage === 0) return ALPHABET[valeur - 3]
  if (decalage === 1) return valeur < 32 ? String.fromCharCode(valeur) : undefined
  return decalage === 2 ? PONCTUATION[valeur] : String.fromCharCode(valeur + 96)
}
