import { PDFDocument, PDFName, type PDFPage } from 'pdf-lib'
import { POINT } from '#domain/etiquette/typographie.ts'
import { FEUILLE_A4 } from '#domain/etiquette/mise-en-page-fiche.ts'
import type { Document } from './document.ts'
import { DEPLIANT_OCTETS_MAX } from './poids-depliant.ts'

const PAGES_MAX = 4

/** One millimetre, in points: drawing programs round the size of a page. */
const TOLERANCE = 1_000 / POINT

/** Adds the pages of a leaflet after a document; null when it is no PDF, is protected, too heavy, too long or larger than A4. */
export async function joindreDepliant(document: Document, depliant: Uint8Array): Promise<Document | null> {
  if (depliant.length > DEPLIANT_OCTETS_MAX) return null
  const source = await ouvrir(depliant)
  const pages = source?.getPages() ?? []
  if (source === null || pages.length === 0 || pages.length > PAGES_MAX || !pages.every(tientSurA4))
    return null
  const ensemble = await PDFDocument.load(document.pdf, { updateMetadata: false })
  for (const page of await ensemble.copyPages(source, source.getPageIndices())) {
    // A printer needs neither links nor actions.
    for (const superflu of ['Annots', 'AA']) page.node.delete(PDFName.of(superflu))
    ensemble.addPage(page)
  }
  return { ...document, pdf: await ensemble.save(), pages: document.pages + pages.length }
}

async function ouvrir(octets: Uint8Array): Promise<PDFDocument | null> {
  try {
    return await PDFDocument.load(octets, { updateMetadata: false, throwOnInvalidObject: true })
  } catch {
    return null
  }
}

function tientSurA4(page: PDFPage): boolean {
  const { width, height } = page.getSize()
  const [largeur, hauteur] = [FEUILLE_A4.largeur / POINT + TOLERANCE, FEUILLE_A4.hauteur / POINT + TOLERANCE]
  return Math.min(width, height) <= largeur && Math.max(width, height) <= hauteur
}
