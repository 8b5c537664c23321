import type { Droit } from './droit.ts'
import type { Role } from './role.ts'

export type DroitsParRole = Readonly<Record<Role, readonly Droit[]>>

/** The four models: who qualifies, from the admission desk (1) to the identity cell alone (4). */
export type Modele = 1 | 2 | 3 | 4

const SAISIE: readonly Droit[] = ['creer-modifier', 'numeriser', 'transferer', 'preparer']
const VALIDATION: readonly Droit[] = [
  ...SAISIE,
  'valider',
  'appeler-insi',
  'modifier-traits-stricts',
  'attributs',
]
const QUALIFICATION: readonly Droit[] = [...VALIDATION, 'qualifier']
const SECOND_NIVEAU: readonly Droit[] = [...QUALIFICATION, 'traiter', 'voir-pieces']
const CIV: readonly Droit[] = [...SECOND_NIVEAU, 'fusionner']

/** The manager of the desk stands in for its agents; IT grants rights and touches no identity. */
const repartir = (agent: readonly Droit[], referent: readonly Droit[]): DroitsParRole => ({
  agent,
  referent,
  civ: CIV,
  responsable: agent,
  informatique: ['administrer'],
})

/**
 * Rights by model and role. In models 3 and 4 the desk creates and scans only; in model 4 no INS referent steps in.
 * Source: the four organisation models of the deployment guide; calls to INSi at the desk of model 2 are our reading.
 */
export const MODELES: Readonly<Record<Modele, DroitsParRole>> = {
  1: repartir(QUALIFICATION, SECOND_NIVEAU),
  2: repartir(VALIDATION, SECOND_NIVEAU),
  3: repartir(SAISIE, SECOND_NIVEAU),
  4: repartir(SAISIE, SAISIE),
}
