import type { Support } from './primitive.ts'

/** Where one label lies: sheet counted from 0, top left corner in µm from that of the sheet. */
export interface Place {
  readonly feuille: number
  readonly x: number
  readonly y: number
}

/** A4 sheet of 24 labels. Source: glabels-data, Endisch 6406333x, grid of 63.5 × 33.9 mm labels. */
export const PLANCHE_24 = {
  feuille: { largeur: 210_000, hauteur: 297_000, marge: 0 } satisfies Support,
  etiquette: { largeur: 63_500, hauteur: 33_900, marge: 2_000 } satisfies Support,
  colonnes: 3,
  lignes: 8,
  x0: 7_210,
  y0: 12_900,
  pasX: 66_040,
  pasY: 33_900,
} as const

/** Labels of one sheet. */
export const CAPACITE = PLANCHE_24.colonnes * PLANCHE_24.lignes

/** Places of `nombre` labels, row by row, the first one on place `premiere` (1 to 24) of a partly used sheet. */
export const places = (nombre: number, premiere = 1): readonly Place[] =>
  Array.from({ length: nombre }, (_, rang) => place(rang + premiere - 1))

function place(rang: number): Place {
  const surFeuille = rang % CAPACITE
  return {
    feuille: Math.floor(rang / CAPACITE),
    x: PLANCHE_24.x0 + (surFeuille % PLANCHE_24.colonnes) * PLANCHE_24.pasX,
    y: PLANCHE_24.y0 + Math.floor(surFeuille / PLANCHE_24.colonnes) * PLANCHE_24.pasY,
  }
}
