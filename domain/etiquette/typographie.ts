/** The four faces of printed pages. */
export type Police = 'normale' | 'grasse' | 'etroite' | 'etroite-grasse'

/** What the layout must know of the fonts; the domain holds none. */
export interface Typographie {
  /** Advance width of a line, in µm, for a body in points. */
  largeur(texte: string, police: Police, corps: number): number
  /** Tells whether every character has a glyph. */
  connait(texte: string, police: Police): boolean
}

/** One PDF point in µm. */
export const POINT = 25_400 / 72

/** Ink above and below the baseline, in ems: any line, then a line of capitals or of words without accent on a capital nor descender. */
const ENCOMBREMENT = {
  courant: { montee: 0.93, descente: 0.25 },
  capitales: { montee: 0.75, descente: 0.11 },
}

export type Encombrement = keyof typeof ENCOMBREMENT

/** Height in µm of the box of a line whose body is in points. */
export const hauteurLigne = (corps: number, encombrement: Encombrement = 'courant'): number =>
  Math.round((ENCOMBREMENT[encombrement].montee + ENCOMBREMENT[encombrement].descente) * corps * POINT)

/** Depth in µm of the baseline below the top of that box. */
export const ligneDeBase = (corps: number, encombrement: Encombrement = 'courant'): number =>
  Math.round(ENCOMBREMENT[encombrement].montee * corps * POINT)
