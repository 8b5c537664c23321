import { messageDatamatrix } from '#domain/etiquette/datamatrix-ins.ts'
import type { CodesSejour } from '#domain/etiquette/mise-en-page.ts'
import type { Barres, Matrice } from '#domain/etiquette/primitive.ts'
import type { Identite } from '#domain/identite/identite.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { dessinerCode128 } from './code128.ts'
import { dessinerDatamatrix } from './datamatrix.ts'
import type { Relecteur } from './relecture.ts'

/** The INS symbol of a qualified identity, read back; refused for any other identity. */
export async function symboleIns(identite: Identite, relecteur: Relecteur): Promise<Result<Matrice, Refus>> {
  const message = messageDatamatrix(identite)
  if (!message.ok) return message
  return relecteur.datamatrix(dessinerDatamatrix(message.value), message.value)
}

/** The codes of a stay, read back. */
export async function codesSejour(
  { ipp, nda }: { readonly ipp: string; readonly nda: string },
  relecteur: Relecteur,
): Promise<Result<CodesSejour, Refus>> {
  const codeIpp = await code(ipp, relecteur)
  if (!codeIpp.ok) return codeIpp
  const codeNda = await code(nda, relecteur)
  return codeNda.ok ? succes({ ipp: codeIpp.value, nda: codeNda.value }) : codeNda
}

async function code(identifiant: string, relecteur: Relecteur): Promise<Result<Barres, Refus>> {
  const barres = dessinerCode128(identifiant)
  return barres.ok ? relecteur.code128(barres.value, identifiant) : barres
}
