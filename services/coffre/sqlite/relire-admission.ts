import type { Admission } from '#domain/admission/admission.ts'
import { DefautStockage } from '../defaut-stockage.ts'
import { lireDocument } from '../document-admission.ts'

/** The admission of a stored line; a document that cannot be read is a damaged store. */
export function relireAdmission(ligne: { readonly document: string }): Admission {
  const lu = lireDocument(ligne.document)
  if (!lu.ok) throw new DefautStockage(lu.error)
  return lu.value
}
