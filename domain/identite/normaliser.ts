/** Letters that Unicode does not decompose, and their RNIV spelling. */
const LETTRES_SANS_DECOMPOSITION: readonly (readonly [lettre: RegExp, ecriture: string])[] = [
  [/Œ/g, 'OE'],
  [/Æ/g, 'AE'],
  [/ẞ/g, 'SS'],
  [/Ø/g, 'O'],
  [/Ł/g, 'L'],
  [/[ĐÐ]/g, 'D'],
  [/Þ/g, 'TH'],
  [/Ħ/g, 'H'],
]

/**
 * Writes a name the RNIV way: upper case, no diacritics, ligatures split, hyphens and apostrophes kept, single spaces.
 * Idempotent. What has no lawful spelling (digit, stop, other alphabet) is left for `lireNom` to refuse, never deleted.
 * Source: RNIV 1, trait entry rules; INSi lexical profile (SEL-MP-043 §2).
 */
export function normaliserTrait(saisie: string): string {
  const sansSignes = saisie.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')
  return LETTRES_SANS_DECOMPOSITION.reduce(
    (texte, [lettre, ecriture]) => texte.replace(lettre, ecriture),
    sansSignes,
  )
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4\u2032]/g, "'")
    .replace(/[\u2010-\u2014\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/' /g, "'")
    .trim()
}

/** Writes a list of given names: as `normaliserTrait`, and the commas of identity documents become spaces. */
export function normaliserPrenoms(saisie: string): string {
  // A Greek question mark is a semicolon once decomposed: decompose first, or a second pass would read another list.
  return normaliserTrait(saisie.normalize('NFD').replace(/[,;]/g, ' '))
}
