import type { Primitive } from '#domain/etiquette/primitive.ts'
import { POINT } from '#domain/etiquette/typographie.ts'
import { concatTransformationMatrix, drawObject, popGraphicsState, PDFName, pushGraphicsState } from 'pdf-lib'
import { dessiner, ouvrirCahier, ressources } from './document-pdf.ts'
import type { Tirage } from './tirage.ts'
import type { Polices } from './polices.ts'

/** Writes sheets as a PDF: the pattern is one form, drawn again at each place, so that 24 labels weigh like one. */
export async function ecrireFeuilles(
  tirage: Tirage & { readonly primitives: readonly Primitive[] },
  polices: Polices,
): Promise<Uint8Array> {
  const { titre, primitives, motif, feuille } = tirage
  const cahier = await ouvrirCahier(titre, polices, primitives)
  const { context } = cahier.document
  const forme = context.register(
    context.formXObject([...dessiner(primitives, motif, cahier)], {
      BBox: [0, 0, motif.largeur / POINT, motif.hauteur / POINT],
      Resources: ressources(cahier),
    }),
  )
  const nombre = Math.max(...tirage.places.map((place) => place.feuille)) + 1
  for (let rang = 0; rang < nombre; rang++) {
    const page = cahier.document.addPage([feuille.largeur / POINT, feuille.hauteur / POINT])
    const nom = PDFName.of('Motif')
    page.node.setXObject(nom, forme)
    for (const { x, y } of tirage.places.filter((place) => place.feuille === rang)) {
      const bas = (feuille.hauteur - y - motif.hauteur) / POINT
      page.pushOperators(
        pushGraphicsState(),
        concatTransformationMatrix(1, 0, 0, 1, x / POINT, bas),
        drawObject(nom),
        popGraphicsState(),
      )
    }
  }
  return cahier.document.save()
}
