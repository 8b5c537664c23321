import type { Barres, Matrice } from '#domain/etiquette/primitive.ts'

/** A picture of eight-bit greys, row by row. */
export interface Bitmap {
  readonly largeur: number
  readonly hauteur: number
  readonly gris: Uint8Array
}

/** Paints a matrix, `pixels` per module, `silence` white modules around. */
export function peindreMatrice(matrice: Matrice, pixels: number, silence: number): Bitmap {
  const cote = (matrice.cote + 2 * silence) * pixels
  return peindre(cote, cote, (x, y) => {
    const [colonne, ligne] = [Math.floor(x / pixels) - silence, Math.floor(y / pixels) - silence]
    const dedans = colonne >= 0 && colonne < matrice.cote && ligne >= 0 && ligne < matrice.cote
    return dedans && matrice.modules[ligne * matrice.cote + colonne] === 1
  })
}

/** Paints bars, `pixels` per module, ten white modules on each side, as high as a decoder needs. */
export function peindreBarres(barres: Barres, pixels: number): Bitmap {
  const modules = barres.flatMap((largeur, rang) => Array<boolean>(largeur).fill(rang % 2 === 0))
  return peindre(
    (modules.length + 20) * pixels,
    HAUTEUR_BARRES,
    (x) => modules[Math.floor(x / pixels) - 10] === true,
  )
}

const HAUTEUR_BARRES = 16

function peindre(largeur: number, hauteur: number, noir: (x: number, y: number) => boolean): Bitmap {
  const gris = new Uint8Array(largeur * hauteur)
  for (let y = 0; y < hauteur; y++)
    for (let x = 0; x < largeur; x++) gris[y * largeur + x] = noir(x, y) ? 0 : 255
  return { largeur, hauteur, gris }
}
