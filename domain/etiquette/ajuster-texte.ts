import type { Police, Typographie } from './typographie.ts'

/** A face, a body in points and a number of lines to try. */
export interface Essai {
  readonly police: Police
  readonly corps: number
  readonly lignes: number
}

/** A text cut into lines that fit; when `complet` is false the last line ends with a visible mark. */
export interface TexteAjuste {
  readonly lignes: readonly string[]
  readonly police: Police
  readonly corps: number
  readonly complet: boolean
}

/** Mark that ends a text which could not be printed whole. */
const MARQUE = '…'

/** Bodies from the largest to the smallest, half a point apart. */
export function essais(
  police: Police,
  [max, min]: readonly [max: number, min: number],
  lignes = 1,
): readonly [Essai, ...Essai[]] {
  const pas = Math.round((max - min) * 2)
  const suivants = Array.from({ length: pas }, (_, rang) => ({ police, corps: max - (rang + 1) / 2, lignes }))
  return [{ police, corps: max, lignes }, ...suivants]
}

/**
 * Fits a text into a width of µm: the first attempt that holds it whole, else the last one cut with a visible mark.
 * Lines break after a space or a hyphen only, so that no break can be read as a space. Never a silent truncation.
 */
export function ajusterTexte(
  texte: string,
  largeur: number,
  tentatives: readonly [Essai, ...Essai[]],
  typographie: Typographie,
): TexteAjuste {
  let [dernier] = tentatives
  for (const essai of tentatives) {
    const lignes = enLignes(texte, largeur, essai, typographie)
    if (lignes !== undefined) return { lignes, police: essai.police, corps: essai.corps, complet: true }
    dernier = essai
  }
  const lignes = lignesCoupees(texte, largeur, dernier, typographie)
  return { lignes, police: dernier.police, corps: dernier.corps, complet: false }
}

function enLignes(
  texte: string,
  largeur: number,
  essai: Essai,
  typographie: Typographie,
): string[] | undefined {
  const tient = (ligne: string) => typographie.largeur(ligne.trimEnd(), essai.police, essai.corps) <= largeur
  const lignes: string[] = []
  let courante = ''
  for (const morceau of texte.split(/(?<=[ -])/)) {
    if (tient(courante + morceau)) courante += morceau
    else if (courante !== '' && tient(morceau)) {
      lignes.push(courante)
      courante = morceau
    } else return undefined
  }
  lignes.push(courante)
  return lignes.length <= essai.lignes ? lignes.map((ligne) => ligne.trimEnd()) : undefined
}

function lignesCoupees(texte: string, largeur: number, essai: Essai, typographie: Typographie): string[] {
  let [garde, trop] = [0, texte.length]
  let lignes: string[] = [MARQUE]
  while (trop - garde > 1) {
    const milieu = Math.floor((garde + trop) / 2)
    const coupe = enLignes(texte.slice(0, milieu).trimEnd() + MARQUE, largeur, essai, typographie)
    if (coupe === undefined) trop = milieu
    else [garde, lignes] = [milieu, coupe]
  }
  return lignes
}
