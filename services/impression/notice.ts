import { contenuNotice, type ContexteNotice } from '#domain/notice/contenu-notice.ts'
import type { FaitsNotice } from '#domain/notice/faits-notice.ts'
import { FEUILLE_A4 } from '#domain/etiquette/mise-en-page-fiche.ts'
import { mettreEnPageNotice } from '#domain/notice/mise-en-page-notice.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { joindreDepliant } from './depliant.ts'
import { ecrireDocument, type Document } from './document.ts'
import type { Moyens } from './moyens.ts'

export interface DemandeNotice {
  readonly faits: FaitsNotice
  readonly contexte: ContexteNotice
  /** The leaflet of the site, when it has one. */
  readonly depliant: Uint8Array | null
}

/** A notice, and what became of the leaflet of the site. */
export interface DocumentNotice extends Document {
  readonly depliant: 'absent' | 'joint' | 'refuse'
}

/** Renders a notice for the patient; a leaflet that cannot be used never keeps the notice from him. Source: DX-08, DX-09, DX-14. */
export async function rendreNotice(
  { faits, contexte, depliant }: DemandeNotice,
  { polices }: Pick<Moyens, 'polices'>,
): Promise<Result<DocumentNotice, Refus>> {
  const notice = await ecrireDocument(
    mettreEnPageNotice(contenuNotice(faits, contexte), polices.typographie),
    {
      titre: 'Notice au patient',
      motif: FEUILLE_A4,
      feuille: FEUILLE_A4,
      places: [{ feuille: 0, x: 0, y: 0 }],
    },
    polices,
  )
  if (!notice.ok) return notice
  if (depliant === null) return succes({ ...notice.value, depliant: 'absent' })
  const joint = await joindreDepliant(notice.value, depliant)
  return succes(joint === null ? { ...notice.value, depliant: 'refuse' } : { ...joint, depliant: 'joint' })
}
