import type { Jour } from './date-naissance.ts'

/** Whom a document may identify: everyone, a minor, or a resident of a nursing home. Source: RNIV 1 §3.3.3. */
export type PublicPiece = 'tous' | 'mineur' | 'ehpad'

/** A means of identification, its FR Core / ZFD-7 code and whether RNIV trusts it. Source: RNIV 1 §3.3.2, EXI ID 19. */
export interface TypePiece {
  readonly code: string
  readonly libelle: string
  readonly hauteConfiance: boolean
  readonly pour: PublicPiece
  /** An electronic identity of eIDAS level substantial or high, not a paper. */
  readonly numerique: boolean
  /** Whether a site that says nothing of it proposes it. */
  readonly propose: boolean
  /** No site may trust it, because RNIV names it as insufficient. */
  readonly jamaisProbante: boolean
}

type Traits = Partial<Omit<TypePiece, 'code' | 'libelle'>>

const type = (code: string, libelle: string, traits: Traits = {}): TypePiece => ({
  code,
  libelle,
  hauteConfiance: true,
  pour: 'tous',
  numerique: false,
  propose: true,
  jamaisProbante: false,
  ...traits,
})

const FAIBLE: Traits = { hauteConfiance: false, jamaisProbante: true }

/** The documents known by default; sites may change this list. None is ever preselected (EXI SI 23). */
export const TYPES_PIECE: readonly TypePiece[] = [
  type('CN', 'Carte nationale d’identité'),
  type('PA', 'Passeport'),
  type('CS', 'Titre ou carte de séjour'),
  type('CC', 'Document de circulation pour étranger mineur', { pour: 'mineur' }),
  type('LEP', 'Livret de famille et pièce d’un parent', { pour: 'mineur' }),
  type('AN', 'Acte de naissance et pièce d’un parent', { pour: 'mineur' }),
  type('LECV', 'Livret de famille et carte Vitale avec photo', { pour: 'ehpad' }),
  type('ANCV', 'Acte de naissance et carte Vitale avec photo', { pour: 'ehpad' }),
  type('eCN', 'France Identité (carte d’identité électronique)', { numerique: true }),
  type('IN', 'L’Identité Numérique La Poste', { numerique: true }),
  type('AV', 'Appli carte Vitale', { numerique: true }),
  // A third party is trusted by contract, and a family book alone by a local decision: sites turn them on.
  type('TC', 'Tiers de confiance (convention)', { propose: false }),
  type('LE', 'Livret de famille seul', { pour: 'mineur', hauteConfiance: false, propose: false }),
  type('PC', 'Permis de conduire', FAIBLE),
  type('CM', 'Carte militaire', FAIBLE),
  type('CE', 'Carte européenne', { ...FAIBLE, propose: false }),
  type('VI', 'Carte Vitale', FAIBLE),
]

/** A document checked in person: its type and the day it was seen. Source: EXI SI 10. */
export interface PieceVue {
  readonly type: string
  readonly date: Jour
  /** The last day it is valid, where the agent recorded it. Source: PAM ZFD-8. */
  readonly expiration?: Jour
  /** The trust the site gave this type on that day, where it is not the default one. Source: EXI ID 19. */
  readonly probante?: boolean
  /** Presented to someone who may not validate: a trace that proves nothing until someone who may has checked it. */
  readonly aValider?: true
}

export const typePiece = (code: string): TypePiece | undefined =>
  TYPES_PIECE.find((connu) => connu.code === code)

/** Tells whether a recorded document proves an identity; an unknown type, or one RNIV names as insufficient, never does. */
export function prouveIdentite(piece: PieceVue | null): boolean {
  const connu = piece && typePiece(piece.type)
  return !!connu && !piece.aValider && !connu.jamaisProbante && (piece.probante ?? connu.hauteConfiance)
}

/** Tells whether a document was seen after its last day of validity. */
export const estPerimee = (piece: PieceVue): boolean => (piece.expiration ?? piece.date) < piece.date
