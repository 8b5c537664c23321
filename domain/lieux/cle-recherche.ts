import { normaliserTrait } from '../identite/normaliser.ts'

/**
 * The form in which names of places are compared: RNIV spelling, no hyphen nor apostrophe, SAINT and SAINTE in full,
 * ordinals as bare numbers (« 1er », « 14e », « 03 »). Idempotent.
 */
export function cleRecherche(texte: string): string {
  return normaliserTrait(texte)
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
    .replace(/\bST(E?)\b/g, 'SAINT$1')
    .replace(/\b0*(\d+)(?:ER|E|EME)?\b/g, '$1')
}
