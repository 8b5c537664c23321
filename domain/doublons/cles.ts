import { motsDe } from '../identite/premier-prenom.ts'
import { normaliserTrait } from '../identite/normaliser.ts'

/** Letters alone, A to Z: what two writings of one name share whatever their case, accents, hyphens and apostrophes. Source: EXI SI 03, EXI SI 04. */
export const cleDeNom = (nom: string): string => normaliserTrait(nom).replace(/[^A-Z]/g, '')

/**
 * The keys a name is found under: itself, and what remains after each of its first words, so that both « LE GOFF » and « GOFF »
 * lead to it. Source: EXI SI 03, EXI SI 04.
 */
export function clesDeNom(nom: string): readonly string[] {
  const mots = motsDe(normaliserTrait(nom))
  return [...new Set(mots.map((_mot, rang) => cleDeNom(mots.slice(rang).join(''))))].filter(
    (cle) => cle !== '',
  )
}
