import type { Police } from './typographie.ts'

/** A rectangle in µm from the top left corner of the label or page. */
export interface Boite {
  readonly x: number
  readonly y: number
  readonly largeur: number
  readonly hauteur: number
}

/** Inks of a page that an office printer renders alike everywhere. */
export type Encre = 'noir' | 'gris' | 'blanc'

/** Square symbol: `modules` row by row, 1 for black. */
export interface Matrice {
  readonly cote: number
  readonly modules: readonly (0 | 1)[]
}

/** Linear symbol: widths in modules, bar first. */
export type Barres = readonly number[]

export interface Texte extends Boite {
  readonly genre: 'texte'
  readonly texte: string
  readonly police: Police
  /** Body in points. */
  readonly corps: number
  /** Depth in µm of the baseline below the top of the box. */
  readonly base: number
  readonly encre: Encre
}

/** What a page is made of; boxes of symbols hold their ink, their quiet zone lies around. */
export type Primitive =
  | Texte
  | (Boite & { readonly genre: 'barres'; readonly barres: Barres; readonly module: number })
  | (Boite & { readonly genre: 'matrice'; readonly matrice: Matrice; readonly module: number })
  | (Boite & { readonly genre: 'aplat'; readonly encre: Encre })
  | (Boite & { readonly genre: 'cadre'; readonly trait: number; readonly encre: Encre })

/** A surface to print on: its size and the margin, in µm, that ink may not enter. */
export interface Support {
  readonly largeur: number
  readonly hauteur: number
  readonly marge: number
}

export const largeurBarres = (barres: Barres, module: number): number =>
  barres.reduce((somme, modules) => somme + modules, 0) * module

/** The box widened on its four sides, in µm. */
export const elargir = (boite: Boite, dx: number, dy: number): Boite => ({
  x: boite.x - dx,
  y: boite.y - dy,
  largeur: boite.largeur + 2 * dx,
  hauteur: boite.hauteur + 2 * dy,
})
