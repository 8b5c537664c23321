import type { Jour } from '../identite/date-naissance.ts'
import type { Droit } from './droit.ts'
import { MODELES, type DroitsParRole, type Modele } from './modeles.ts'

/** Whether calls to INSi are open there: yes, no, or from a day on. */
export type OuvertureInsi = boolean | Jour

type Ouvertures = Readonly<Record<string, OuvertureInsi>>

/** How an establishment shares the work on identities. */
export interface Organisation {
  readonly modele: Modele | 'personnalise'
  readonly droits: DroitsParRole
  /** The rights that open only once the training of the person is recorded. */
  readonly formationsExigees: readonly Droit[]
  /** Calls to INSi by admission type, by site and by sector, by code; open where nothing is said. */
  readonly typesAdmission: Ouvertures
  readonly sites: Ouvertures
  /** `site/secteur` speaks of a sector of that site alone, before what is said of the sector everywhere. */
  readonly secteurs: Ouvertures
}

/** Reading and typing need no training; whatever makes an identity trusted, or undoes it, does. */
const FORMATIONS_EXIGEES: readonly Droit[] = [
  'valider',
  'appeler-insi',
  'qualifier',
  'modifier-traits-stricts',
  'attributs',
  'fusionner',
]

export const organisationDuModele = (modele: Modele): Organisation => ({
  modele,
  droits: MODELES[modele],
  formationsExigees: FORMATIONS_EXIGEES,
  typesAdmission: {},
  sites: {},
  secteurs: {},
})
