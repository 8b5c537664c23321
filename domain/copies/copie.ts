/** What a copy is kept as: the images every screen shows. */
export type FormatCopie = 'jpeg' | 'png'

/** What a file handed to the desk may be; a PDF is kept as the images scanned into it. */
export type FormatFichier = FormatCopie | 'pdf'

/** One page of a document's copy: where it is kept, and which document and visit it belongs to; never its bytes. */
export interface Copie {
  readonly id: string
  readonly format: FormatCopie
  /** Size in bytes, before encryption. */
  readonly octets: number
  /** Code of the document it copies. */
  readonly piece: string
  /** The admission it was joined to. */
  readonly admission: string
}

/** A document with its inserts, a family book included, is shorter. */
export const PAGES_MAX = 10
