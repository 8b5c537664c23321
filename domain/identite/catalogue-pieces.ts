import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import { TYPES_PIECE, typePiece, type PublicPiece, type TypePiece } from './piece.ts'

/** What a site changes of one type of document: whether it is proposed, its trust, its name. Source: EXI ID 19. */
export interface ReglagePiece {
  readonly code: string
  readonly propose?: boolean
  readonly hauteConfiance?: boolean
  readonly libelle?: string
}

/** The documents a site proposes, in the order they are shown. */
export type CataloguePieces = readonly TypePiece[]

export const CATALOGUE_PAR_DEFAUT: CataloguePieces = TYPES_PIECE.filter(({ propose }) => propose)

/** Builds a site's catalogue out of its settings; refuses an unknown code, and trust in a type RNIV names as insufficient. */
export function composerCatalogue(reglages: readonly ReglagePiece[]): Result<CataloguePieces, Refus> {
  for (const { code, hauteConfiance } of reglages) {
    const type = typePiece(code)
    if (!type) return echec(refuser('piece/type-inconnu', code))
    if (hauteConfiance === true && type.jamaisProbante)
      return echec(refuser('piece/confiance-insuffisante', code))
  }
  const regles = new Map(reglages.map((reglage) => [reglage.code, reglage]))
  return succes(
    TYPES_PIECE.map((type) => ({ ...type, ...regles.get(type.code) })).filter(({ propose }) => propose),
  )
}

/** The documents that may identify this public: those for everyone, and those kept for it. Source: RNIV 1 §3.3.3. */
export const piecesPour = (catalogue: CataloguePieces, pour: PublicPiece): CataloguePieces =>
  catalogue.filter((type) => type.pour === 'tous' || type.pour === pour)
