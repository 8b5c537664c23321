import { contenuEtiquette } from '#domain/etiquette/contenu-etiquette.ts'
import type { ContexteImpression } from '#domain/etiquette/contexte-impression.ts'
import { mettreEnPageEtiquette } from '#domain/etiquette/mise-en-page-etiquette.ts'
import { CAPACITE, places, PLANCHE_24 } from '#domain/etiquette/planche-24.ts'
import type { Identite } from '#domain/identite/identite.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { ecrireDocument, type Document } from './document.ts'
import type { Moyens } from './moyens.ts'
import { codesSejour } from './symboles.ts'

/** Labels to print: how many (1 to 240), and the place (1 to 24) of the first one on a partly used sheet. */
export interface DemandeEtiquettes {
  readonly identite: Identite
  readonly contexte: ContexteImpression
  readonly nombre: number
  readonly premiere: number
}

/** Renders sheets of 24 patient labels; they never bear the matricule INS. */
export async function rendrePlanche(
  { identite, contexte, nombre, premiere }: DemandeEtiquettes,
  { polices, relecteur }: Moyens,
): Promise<Result<Document, Refus>> {
  if (!entre(nombre, 1, NOMBRE_MAX) || !entre(premiere, 1, CAPACITE))
    throw new RangeError('Labels are asked for outside the bounds the contract checks.')
  const codes = await codesSejour(contexte, relecteur)
  if (!codes.ok) return codes
  const contenu = contenuEtiquette(identite, contexte)
  return ecrireDocument(
    mettreEnPageEtiquette(contenu, codes.value, polices.typographie),
    {
      titre: 'Étiquettes patient',
      motif: PLANCHE_24.etiquette,
      feuille: PLANCHE_24.feuille,
      places: places(nombre, premiere),
    },
    polices,
  )
}

/** Ten sheets: more is a slip of the hand. */
const NOMBRE_MAX = 10 * CAPACITE

const entre = (nombre: number, min: number, max: number): boolean =>
  Number.isInteger(nombre) && nombre >= min && nombre <= max
