/** Given names as comparable tokens: a hyphen or an apostrophe counts as a space. Source: EXI ID 10. */
export const motsDe = (prenoms: string): readonly string[] =>
  prenoms.split(/[ '-]+/).filter((mot) => mot !== '')

/** Tells whether the first given name is the list, or its beginning, in whole words. Source: EXI ID 10, EXI SI 29. */
export function estPremierPrenomDe(premierPrenom: string, prenomsNaissance: string): boolean {
  const mots = motsDe(premierPrenom)
  const liste = motsDe(prenomsNaissance)
  return mots.length > 0 && mots.length <= liste.length && mots.every((mot, rang) => mot === liste[rang])
}

/** The first given name proposed for a list: its first item, which the agent may lengthen for a compound name. */
export const proposerPremierPrenom = (prenomsNaissance: string): string =>
  prenomsNaissance.split(' ')[0] ?? ''
