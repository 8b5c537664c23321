import { motsDe } from '../identite/premier-prenom.ts'

/**
 * Given names that follow the first one in the list, spelling kept. A hyphenated name only half covered by the first one
 * is given whole: repeating a word is harmless, losing one is not. Source: EXI ID 10, a hyphen counts as a space.
 */
export function prenomsSuivants(premierPrenom: string, prenomsNaissance: string): readonly string[] {
  let couverts = motsDe(premierPrenom).length
  return prenomsNaissance.split(' ').filter((prenom) => {
    const mots = motsDe(prenom).length
    const couvert = couverts > 0 && mots <= couverts
    couverts = couvert ? couverts - mots : 0
    return !couvert
  })
}
