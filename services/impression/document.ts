import type { MiseEnPage } from '#domain/etiquette/mise-en-page.ts'
import { verifierPage } from '#domain/etiquette/verifier-page.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { ecrireFeuilles } from './feuille.ts'
import type { Polices } from './polices.ts'
import type { Tirage } from './tirage.ts'

/** A PDF ready to print; `complet` is false when a trait is cut with a visible mark, which the agent must be told. */
export interface Document {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly complet: boolean
}

/** Writes a page that keeps every rule of print, or refuses it: `impression/caractere`, `impression/mise-en-page`. */
export async function ecrireDocument(
  { primitives, complet }: MiseEnPage,
  tirage: Tirage,
  polices: Polices,
): Promise<Result<Document, Refus>> {
  const [defaut] = verifierPage(primitives, tirage.motif, polices.typographie)
  if (defaut !== undefined)
    return echec(
      defaut.regle === 'glyphe'
        ? refuser('impression/caractere')
        : refuser('impression/mise-en-page', defaut.regle),
    )
  const pdf = await ecrireFeuilles({ ...tirage, primitives }, polices)
  return succes({ pdf, pages: (tirage.places.at(-1)?.feuille ?? 0) + 1, complet })
}
