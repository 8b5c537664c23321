import type { TexteAjuste } from './ajuster-texte.ts'
import type { Boite, Encre, Primitive, Texte } from './primitive.ts'
import { hauteurLigne, ligneDeBase, type Encombrement, type Police, type Typographie } from './typographie.ts'

/** How a line is written: face, body in points, ink (black unless told), room above and below. */
export interface Style {
  readonly police: Police
  readonly corps: number
  readonly encre?: Encre
  readonly encombrement?: Encombrement
}

/** A top left corner in µm. */
export type Coin = readonly [x: number, y: number]

/** Lines to draw and the depth in µm where they end. */
export interface Bloc {
  readonly primitives: readonly Primitive[]
  readonly bas: number
}

/** One line of text, its box as wide as the text. */
export const ligne = (texte: string, [x, y]: Coin, style: Style, typographie: Typographie): Texte => ({
  genre: 'texte',
  x: Math.round(x),
  y: Math.round(y),
  largeur: Math.ceil(typographie.largeur(texte, style.police, style.corps)),
  hauteur: hauteurLigne(style.corps, style.encombrement),
  base: ligneDeBase(style.corps, style.encombrement),
  texte,
  police: style.police,
  corps: style.corps,
  encre: style.encre ?? 'noir',
})

/** One line of text centred in a width, or set against its right edge. */
export function ligneCalee(
  texte: string,
  boite: Pick<Boite, 'x' | 'y' | 'largeur'> & { readonly cale: 'centre' | 'droite' },
  style: Style,
  typographie: Typographie,
): Texte {
  const reste = boite.largeur - Math.ceil(typographie.largeur(texte, style.police, style.corps))
  return ligne(texte, [boite.x + (boite.cale === 'droite' ? reste : reste / 2), boite.y], style, typographie)
}

/** The lines of a fitted text, one under the other. */
export function paragraphe(
  ajuste: TexteAjuste,
  [x, y]: Coin,
  style: Omit<Style, 'police' | 'corps'>,
  typographie: Typographie,
): Bloc {
  const { police, corps } = ajuste
  const pas = hauteurLigne(corps, style.encombrement)
  return {
    primitives: ajuste.lignes.map((texte, rang) =>
      ligne(texte, [x, y + rang * pas], { ...style, police, corps }, typographie),
    ),
    bas: y + ajuste.lignes.length * pas,
  }
}

/** White words centred on a black ground, the alert of a printer without colour. */
export function bandeau(
  ajuste: TexteAjuste,
  boite: Omit<Boite, 'hauteur'>,
  marge: number,
  typographie: Typographie,
): Bloc {
  const pas = hauteurLigne(ajuste.corps)
  const hauteur = ajuste.lignes.length * pas + 2 * marge
  const fond: Primitive = { genre: 'aplat', ...boite, hauteur, encre: 'noir' }
  const lignes = ajuste.lignes.map((texte, rang) =>
    ligneCalee(
      texte,
      { x: boite.x, y: boite.y + marge + rang * pas, largeur: boite.largeur, cale: 'centre' },
      { police: ajuste.police, corps: ajuste.corps, encre: 'blanc' },
      typographie,
    ),
  )
  return { primitives: [fond, ...lignes], bas: boite.y + hauteur }
}
