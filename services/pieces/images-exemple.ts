import { PDFDocument } from 'pdf-lib'

/** A word nobody writes, to be searched for where nothing may be in clear. */
export const MARQUE_IMAGE = 'ZZIMAGE-EN-CLAIR-ZZ'

const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)

/** A JPEG of one pixel, carrying the mark in a comment. */
export const jpegExemple = (marque = MARQUE_IMAGE): Buffer => {
  const commentaire = Buffer.from(marque)
  const entete = Buffer.from([0xff, 0xfe, 0, commentaire.length + 2])
  return Buffer.concat([JPEG.subarray(0, 2), entete, commentaire, JPEG.subarray(2)])
}

/** A PNG of one pixel. */
export const pngExemple = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

/** A PDF as scanners make it: one JPEG a page; `null` is a page with nothing but text. */
export async function pdfExemple(...pages: readonly (Buffer | null)[]): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  for (const image of pages) {
    const page = pdf.addPage([200, 300])
    if (image) page.drawImage(await pdf.embedJpg(Uint8Array.from(image)), { width: 200, height: 300 })
    else page.drawText('texte')
  }
  return Buffer.from(await pdf.save())
}
