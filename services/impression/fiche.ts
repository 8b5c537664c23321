import { contenuFiche } from '#domain/etiquette/contenu-fiche.ts'
import type { ContexteImpression } from '#domain/etiquette/contexte-impression.ts'
import { FEUILLE_A4, mettreEnPageFiche } from '#domain/etiquette/mise-en-page-fiche.ts'
import { statutIdentite, type Identite } from '#domain/identite/identite.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { ecrireDocument, type Document } from './document.ts'
import type { Moyens } from './moyens.ts'
import { codesSejour, symboleIns } from './symboles.ts'

export interface DemandeFiche {
  readonly identite: Identite
  readonly contexte: ContexteImpression
}

/** Renders the admission sheet; matricule and INS symbol only when the identity is qualified. Source: EXI SI 08. */
export async function rendreFiche(
  { identite, contexte }: DemandeFiche,
  { polices, relecteur }: Moyens,
): Promise<Result<Document, Refus>> {
  const codes = await codesSejour(contexte, relecteur)
  if (!codes.ok) return codes
  const ins = statutIdentite(identite) === 'qualifiee' ? await symboleIns(identite, relecteur) : succes(null)
  if (!ins.ok) return ins
  return ecrireDocument(
    mettreEnPageFiche(
      contenuFiche(identite, contexte),
      { ...codes.value, ins: ins.value },
      polices.typographie,
    ),
    {
      titre: 'Fiche d’admission',
      motif: FEUILLE_A4,
      feuille: FEUILLE_A4,
      places: [{ feuille: 0, x: 0, y: 0 }],
    },
    polices,
  )
}
