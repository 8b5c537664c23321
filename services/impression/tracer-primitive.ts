import type { Boite, Encre, Primitive } from '#domain/etiquette/primitive.ts'
import { POINT, type Police } from '#domain/etiquette/typographie.ts'
import {
  beginText,
  endText,
  fill,
  moveText,
  rectangle,
  setFillingGrayscaleColor,
  setFontAndSize,
  setLineWidth,
  setStrokingGrayscaleColor,
  showText,
  stroke,
  type PDFFont,
  type PDFOperator,
} from 'pdf-lib'

/** What drawing needs: the height of the frame in points, the embedded faces, the greys of inks. */
export interface Crayon {
  readonly hauteur: number
  police(police: Police): PDFFont
  niveau(encre: Encre): number
}

/** The PDF operators of a primitive. Text goes as glyph numbers, so that no character can close or open an operator. */
export function tracerPrimitive(primitive: Primitive, crayon: Crayon): readonly PDFOperator[] {
  switch (primitive.genre) {
    case 'texte':
      return [
        setFillingGrayscaleColor(crayon.niveau(primitive.encre)),
        beginText(),
        setFontAndSize(primitive.police, primitive.corps),
        moveText(primitive.x / POINT, crayon.hauteur - (primitive.y + primitive.base) / POINT),
        showText(crayon.police(primitive.police).encodeText(primitive.texte)),
        endText(),
      ]
    case 'aplat':
      return [setFillingGrayscaleColor(crayon.niveau(primitive.encre)), boite(primitive, crayon), fill()]
    case 'cadre':
      return [
        setStrokingGrayscaleColor(crayon.niveau(primitive.encre)),
        setLineWidth(primitive.trait / POINT),
        boite(retrait(primitive, primitive.trait / 2), crayon),
        stroke(),
      ]
    case 'barres':
      return remplir(barresPleines(primitive), crayon)
    case 'matrice':
      return remplir(suitesNoires(primitive), crayon)
  }
}

/** Fills boxes as one single path, so that no hairline shows between neighbours. */
const remplir = (boites: readonly Boite[], crayon: Crayon): readonly PDFOperator[] => [
  setFillingGrayscaleColor(crayon.niveau('noir')),
  ...boites.map((une) => boite(une, crayon)),
  fill(),
]

function barresPleines(primitive: Extract<Primitive, { genre: 'barres' }>): readonly Boite[] {
  const { barres, module, y, hauteur } = primitive
  let x = primitive.x
  return barres.flatMap((modules, rang) => {
    const barre = { x, y, largeur: modules * module, hauteur }
    x += barre.largeur
    return rang % 2 === 0 ? [barre] : []
  })
}

/** Runs of black modules, row by row. */
function suitesNoires(primitive: Extract<Primitive, { genre: 'matrice' }>): readonly Boite[] {
  const { matrice, module, x, y } = primitive
  return Array.from({ length: matrice.cote }, (_, ligne) => {
    const rangee = matrice.modules.slice(ligne * matrice.cote, (ligne + 1) * matrice.cote).join('')
    return [...rangee.matchAll(/1+/g)].map((suite) => ({
      x: x + suite.index * module,
      y: y + ligne * module,
      largeur: suite[0].length * module,
      hauteur: module,
    }))
  }).flat()
}

const boite = ({ x, y, largeur, hauteur }: Boite, crayon: Crayon): PDFOperator =>
  rectangle(x / POINT, crayon.hauteur - (y + hauteur) / POINT, largeur / POINT, hauteur / POINT)

const retrait = ({ x, y, largeur, hauteur }: Boite, bord: number): Boite => ({
  x: x + bord,
  y: y + bord,
  largeur: largeur - 2 * bord,
  hauteur: hauteur - 2 * bord,
})
