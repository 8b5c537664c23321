import { normaliserPrenoms } from './normaliser.ts'

/** Given names as comparable tokens: a hyphen or an apostrophe counts as a space. Source: EXI ID 10. */
export const motsDe = (prenoms: string): readonly string[] =>
  prenoms.split(/[ '-]/).filter((mot) => mot !== '')

/** Tells whether the first given name is the list, or its beginning, in whole words. Source: EXI ID 10, EXI SI 29. */
export function estPremierPrenomDe(premierPrenom: string, prenomsNaissance: string): boolean {
  const mots = motsDe(premierPrenom)
  const liste = motsDe(prenomsNaissance)
  return mots.length > 0 && mots.every((mot, rang) => mot === liste[rang])
}

/**
 * The first given name proposed for a list: what stands before the first comma of the text it was read from, where the text has
 * commas, else its first item; the agent may lengthen it. Source: seed, documents separate given names by commas.
 */
export function proposerPremierPrenom(prenomsNaissance: string, brut = prenomsNaissance): string {
  const indique = normaliserPrenoms(brut.slice(0, Math.max(0, brut.search(/[,;]/))))
  return estPremierPrenomDe(indique, prenomsNaissance) ? indique : prenomsNaissance.replace(/ .*/, '')
}

/** Every first given name a list allows, from one item to all of them: INSi loses the hyphens of compound names. */
export const premiersPrenomsDe = (prenomsNaissance: string): readonly string[] => {
  const items = prenomsNaissance.split(' ').filter((item) => item !== '')
  return items.map((_, rang) => items.slice(0, rang + 1).join(' '))
}
