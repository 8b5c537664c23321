import fontkit from '@pdf-lib/fontkit'
import type { Encre, Primitive, Support } from '#domain/etiquette/primitive.ts'
import { POINT, type Police } from '#domain/etiquette/typographie.ts'
import { PDFDocument, type PDFFont, type PDFOperator } from 'pdf-lib'
import type { Polices } from './polices.ts'
import { tracerPrimitive, type Crayon } from './tracer-primitive.ts'

const DATE_NEUTRE = new Date(0)

/** An open PDF whose faces are subset to the characters drawn. */
export interface Cahier {
  readonly document: PDFDocument
  readonly polices: ReadonlyMap<Police, PDFFont>
}

/** Opens a PDF with neutral metadata: a title without identity, no author, no machine, no hour. */
export async function ouvrirCahier(
  titre: string,
  polices: Polices,
  primitives: readonly Primitive[],
): Promise<Cahier> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(titre)
  document.setLanguage('fr-FR')
  document.setProducer('Guichet INS')
  document.setCreator('Guichet INS')
  document.setCreationDate(DATE_NEUTRE)
  document.setModificationDate(DATE_NEUTRE)
  document.registerFontkit(fontkit)
  const embarquees = new Map<Police, PDFFont>()
  for (const police of policesDe(primitives))
    embarquees.set(
      police,
      await document.embedFont(polices.octets[police], { subset: true, features: SANS_LIGATURE }),
    )
  return { document, polices: embarquees }
}

/** Ligatures and kerning stay off: what is searched in the page is what was typed, as wide as it was measured. */
const SANS_LIGATURE = { liga: false, clig: false, dlig: false, kern: false, ccmp: false, locl: false }

const policesDe = (primitives: readonly Primitive[]): ReadonlySet<Police> =>
  new Set(primitives.flatMap((primitive) => (primitive.genre === 'texte' ? [primitive.police] : [])))

/** Draws primitives in the frame of a support: the operators, and what they need in a resource dictionary. */
export function dessiner(
  primitives: readonly Primitive[],
  support: Support,
  cahier: Cahier,
): readonly PDFOperator[] {
  const crayon: Crayon = {
    hauteur: support.hauteur / POINT,
    police: (police) => {
      const embarquee = cahier.polices.get(police)
      if (embarquee === undefined) throw new Error(`The face ${police} is not embedded.`)
      return embarquee
    },
    niveau: (encre) => NIVEAUX[encre],
  }
  return primitives.flatMap((primitive) => tracerPrimitive(primitive, crayon))
}

/** Greys of the inks, 0 black to 1 white. */
const NIVEAUX: Readonly<Record<Encre, number>> = { noir: 0, gris: 0.33, blanc: 1 }

/** The font part of a resource dictionary. */
export const ressources = (cahier: Cahier) => ({
  Font: Object.fromEntries([...cahier.polices].map(([police, { ref }]) => [police, ref])),
})
