import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import type { Attributs } from './attributs.ts'
import type { Jour } from './date-naissance.ts'
import type { MatriculeIns, OidIns } from './matricule.ts'
import { prouveIdentite, type PieceVue } from './piece.ts'
import { statutDe, type Statut } from './statut.ts'
import type { TraitsStricts, TraitsUtilises } from './traits.ts'

/** A number and the authority that gave it, inseparable. Source: EXI ID 29. */
export interface Ins {
  readonly matricule: MatriculeIns
  readonly oid: OidIns
}

/** The fact "INSi answered and was accepted": what it gave and the day it did. */
export interface FaitInsi {
  readonly date: Jour
  readonly ins: Ins
}

/** An identity: its traits and the facts its status is read off. */
export interface Identite {
  readonly traits: TraitsStricts
  readonly utilises: TraitsUtilises
  readonly insi: FaitInsi | null
  readonly piece: PieceVue | null
  readonly attributs: Attributs
}

export const statutIdentite = (identite: Pick<Identite, 'insi' | 'piece' | 'attributs'>): Statut =>
  statutDe({
    insi: identite.insi !== null,
    piece: prouveIdentite(identite.piece),
    attributs: identite.attributs,
  })

/** What may leave the product with the number: the traits and the INS, only when qualified. Source: EXI SI 08, EXI ID 29. */
export function identiteDiffusable(identite: Identite): Result<{ traits: TraitsStricts; ins: Ins }, Refus> {
  const { traits, insi } = identite
  return insi && statutIdentite(identite) === 'qualifiee'
    ? succes({ traits, ins: insi.ins })
    : echec(refuser('identite/non-qualifiee'))
}
