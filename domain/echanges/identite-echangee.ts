import { forcentProvisoire, type Attributs } from '../identite/attributs.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { identiteDiffusable, statutIdentite, type Identite, type Ins } from '../identite/identite.ts'
import { prouveIdentite, type PieceVue } from '../identite/piece.ts'
import type { Statut } from '../identite/statut.ts'
import type { TraitsStricts, TraitsUtilises } from '../identite/traits.ts'

/** What other software is told of an identity: its number is here or nowhere. */
export interface IdentiteEchangee {
  readonly traits: TraitsStricts
  readonly utilises: TraitsUtilises
  /** Null unless the identity is qualified and the site lets numbers out. */
  readonly ins: Ins | null
  /** The day INSi answered, null when its answer does not count. */
  readonly insiLe: Jour | null
  /** The document that proves the identity, null when none does. */
  readonly piece: PieceVue | null
  readonly statut: Statut
  readonly attributs: Attributs
}

/**
 * Keeps of an identity what may leave. A doubtful or fictitious one loses what INSi and its document said, and a qualified
 * one sent without its number is told validated, since nobody could check more. Source: EXI SI 08, EXI SI 09, EXI ID 29.
 */
export function identiteEchangee(identite: Identite, diffusionMatricule: boolean): IdentiteEchangee {
  const { traits, utilises, attributs, insi, piece } = identite
  const douteuse = forcentProvisoire(attributs)
  const diffusable = identiteDiffusable(identite)
  const ins = diffusionMatricule && diffusable.ok ? diffusable.value.ins : null
  const statut = statutIdentite(identite)
  return {
    traits,
    utilises,
    attributs,
    ins,
    insiLe: douteuse || insi === null ? null : insi.date,
    piece: !douteuse && prouveIdentite(piece) ? piece : null,
    statut: statut === 'qualifiee' && ins === null ? 'validee' : statut,
  }
}
