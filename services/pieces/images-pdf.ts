import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFObject, type PDFPage } from 'pdf-lib'

const IMAGE = PDFName.of('Image')
const JPEG = PDFName.of('DCTDecode')

/**
 * The JPEG scanned into each page of a PDF, the largest one where there are several; null as soon as a page has none, or
 * the PDF cannot be read. Nothing else of a PDF is kept: neither its text, nor what it would run.
 */
export async function imagesDuPdf(octets: Uint8Array): Promise<readonly Uint8Array[] | null> {
  try {
    const pages = (await PDFDocument.load(octets, { updateMetadata: false })).getPages().map(imageDePage)
    const images = pages.filter((image) => image !== null)
    return pages.length > 0 && images.length === pages.length ? images : null
  } catch {
    return null // a damaged PDF fails anywhere it is read
  }
}

function imageDePage(page: PDFPage): Uint8Array | null {
  const objets = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  if (!objets) return null
  const images = objets.keys().flatMap((nom) => imageDe(objets.lookup(nom)) ?? [])
  return images.toSorted((une, autre) => autre.length - une.length)[0] ?? null
}

function imageDe(objet: PDFObject | undefined): Uint8Array[] | null {
  if (!(objet instanceof PDFRawStream) || objet.dict.lookup(PDFName.of('Subtype')) !== IMAGE) return null
  const filtre = objet.dict.lookup(PDFName.of('Filter'))
  const seul = filtre instanceof PDFArray && filtre.size() === 1 ? filtre.lookup(0) : filtre
  return seul === JPEG ? [objet.contents] : null
}
