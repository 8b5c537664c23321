import { forcentProvisoire, type Attributs } from './attributs.ts'

/** Trust status of an identity, exclusive and mandatory. Source: EXI SI 07. */
export type Statut = 'provisoire' | 'recuperee' | 'validee' | 'qualifiee'

/** The two facts a status is read off, and the attributes that override them. */
export interface Faits {
  /** INSi answered and a person accepted its answer. */
  readonly insi: boolean
  /** A high-trust document was checked in person. */
  readonly piece: boolean
  readonly attributs: Attributs
}

/** The status that follows from the facts; nobody sets one. Source: EXI SI 07, EXI SI 09. */
export function statutDe(faits: Faits): Statut {
  if (forcentProvisoire(faits.attributs)) return 'provisoire'
  if (faits.insi) return faits.piece ? 'qualifiee' : 'recuperee'
  return faits.piece ? 'validee' : 'provisoire'
}
