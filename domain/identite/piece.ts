import type { Jour } from './date-naissance.ts'

/** A means of identification, its FR Core / ZFD-7 code and whether RNIV trusts it. Source: RNIV 1 §3.3.2, EXI ID 19. */
export interface TypePiece {
  readonly code: string
  readonly libelle: string
  readonly hauteConfiance: boolean
}

/** The documents shown by default; sites may change this list. None is ever preselected (EXI SI 23). */
export const TYPES_PIECE: readonly TypePiece[] = [
  { code: 'CN', libelle: "Carte nationale d'identité", hauteConfiance: true },
  { code: 'PA', libelle: 'Passeport', hauteConfiance: true },
  { code: 'CS', libelle: 'Titre ou carte de séjour', hauteConfiance: true },
  { code: 'CC', libelle: 'Document de circulation pour étranger mineur', hauteConfiance: true },
  { code: 'eCN', libelle: "France Identité (carte d'identité électronique)", hauteConfiance: true },
  { code: 'IN', libelle: "L'Identité Numérique La Poste", hauteConfiance: true },
  { code: 'AV', libelle: 'Appli carte Vitale', hauteConfiance: true },
  { code: 'LEP', libelle: "Livret de famille et pièce d'un parent", hauteConfiance: true },
  { code: 'PC', libelle: 'Permis de conduire', hauteConfiance: false },
  { code: 'CM', libelle: 'Carte militaire', hauteConfiance: false },
  { code: 'VI', libelle: 'Carte Vitale', hauteConfiance: false },
]

/** A document checked in person: its type and the day it was seen. Source: EXI SI 10. */
export interface PieceVue {
  readonly type: string
  readonly date: Jour
}

export const typePiece = (code: string): TypePiece | undefined =>
  TYPES_PIECE.find((type) => type.code === code)

/** Tells whether a recorded document proves an identity; an unknown type proves nothing. */
export const prouveIdentite = (piece: PieceVue | null): boolean =>
  piece !== null && typePiece(piece.type)?.hauteConfiance === true
