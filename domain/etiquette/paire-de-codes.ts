import { largeurBarres, type Barres, type Boite, type Primitive } from './primitive.ts'
import { ligneCalee, type Style } from './tracer.ts'
import { hauteurLigne, type Typographie } from './typographie.ts'
import { SILENCE_BARRES } from './verifier-page.ts'

/** An identifier in clear and as a Code 128. */
export interface Code {
  readonly libelle: string
  readonly valeur: string
  readonly barres: Barres
}

/** White between bars and the value under them, in µm. */
export const ECART_LEGENDE = 300

interface Largeurs {
  readonly module: number
  readonly gauche: number
  readonly droite: number
}

/**
 * Draws two codes side by side in a box, each with its quiet zones and its value in clear underneath, with the widest
 * module (in µm, largest first) that holds both; the narrowest one when none does, for `verifierPage` to refuse.
 */
export function paireDeCodes(
  codes: readonly [Code, Code],
  boite: Boite,
  modules: readonly [number, ...number[]],
  contexte: { readonly style: Style; readonly typographie: Typographie },
): readonly Primitive[] {
  const { module, gauche, droite } = largeursDe(codes, boite.largeur, modules)
  const silence = SILENCE_BARRES * module
  const bord = boite.x + boite.largeur
  const legende = hauteurLigne(contexte.style.corps, contexte.style.encombrement)
  const hauteur = boite.hauteur - legende - ECART_LEGENDE
  const dessiner = (code: Code, x: number, largeur: number): readonly Primitive[] => {
    const legendeCode = ligneCalee(
      `${code.libelle} ${code.valeur}`,
      { x, y: boite.y + hauteur + ECART_LEGENDE, largeur, cale: 'centre' },
      contexte.style,
      contexte.typographie,
    )
    return [
      { genre: 'barres', x, y: boite.y, largeur, hauteur, barres: code.barres, module },
      { ...legendeCode, x: Math.max(boite.x, Math.min(legendeCode.x, bord - legendeCode.largeur)) },
    ]
  }
  return [
    ...dessiner(codes[0], boite.x + silence, gauche),
    ...dessiner(codes[1], bord - silence - droite, droite),
  ]
}

function largeursDe(
  codes: readonly [Code, Code],
  largeur: number,
  [plusLarge, ...suivants]: readonly [number, ...number[]],
): Largeurs {
  const mesurer = (module: number): Largeurs => ({
    module,
    gauche: largeurBarres(codes[0].barres, module),
    droite: largeurBarres(codes[1].barres, module),
  })
  const tient = ({ module, gauche, droite }: Largeurs) =>
    gauche + droite + 4 * SILENCE_BARRES * module <= largeur
  return suivants.reduce(
    (largeurs, module) => (tient(largeurs) ? largeurs : mesurer(module)),
    mesurer(plusLarge),
  )
}
