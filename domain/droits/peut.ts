import { VENUE_NON_DITE, type Venue } from '../admission/venue.ts'
import type { Jour } from '../identite/date-naissance.ts'
import type { CodeRefus } from '../refus/refus.ts'
import { DROITS, type Droit } from './droit.ts'
import { organisationDuModele, type Organisation, type OuvertureInsi } from './organisation.ts'
import { ROLES, type Role } from './role.ts'

/** The day a person was trained for each right. */
export type Formations = Readonly<Partial<Record<Droit, Jour>>>

/** A person at a desk: what the rights are read off. */
export interface Habilitation {
  readonly role: Role
  /** Null for an account made before trainings were recorded: it keeps what it could do. */
  readonly formations: Formations | null
  readonly organisation: Organisation
  /** What this desk admits, or the visit judged: where, in which sector, and what for. */
  readonly guichet: Venue
}

/** The first model, everyone trained: what a desk does when nothing is configured. */
export const HABILITATION_PAR_DEFAUT: Habilitation = {
  role: 'agent',
  formations: null,
  organisation: organisationDuModele(1),
  guichet: VENUE_NON_DITE,
}

/** Tells why a person may not use a right on this day, naming who can; null when he may. Source: RNIV, organisation models. */
export function peut(habilitation: Habilitation, droit: Droit, jour: Jour): CodeRefus | null {
  const { role, formations, organisation, guichet } = habilitation
  if (!organisation.droits[role].includes(droit)) return `droits/${droit}/${quiPeut(organisation, droit)}`
  const exigee = formations !== null && organisation.formationsExigees.includes(droit)
  if (exigee && !estOuverte(formations[droit] ?? false, jour)) return `droits/formation/${droit}`
  return droit === 'appeler-insi' ? appelFerme(organisation, guichet, jour) : null
}

/** Where calls to INSi are closed for this visit; null where they are open. Source: OR-04, OR-06, OR-09. */
function appelFerme(organisation: Organisation, venue: Venue, jour: Jour): CodeRefus | null {
  const { typesAdmission, sites, secteurs } = organisation
  const { typeAdmission, site, secteur } = venue
  if (!estOuverteIci(typesAdmission, [typeAdmission], jour)) return 'droits/insi-type-admission'
  if (!estOuverteIci(sites, [site], jour)) return 'droits/insi-site'
  const precis = site !== null && secteur !== null ? `${site}/${secteur}` : null
  return estOuverteIci(secteurs, [precis, secteur], jour) ? null : 'droits/insi-secteur'
}

/** The first level that holds a right, to be named in the refusal. */
const quiPeut = ({ droits }: Organisation, droit: Droit): Role | 'personne' =>
  ROLES.find((role) => droits[role].includes(droit)) ?? 'personne'

/** The first code something is said of decides. */
function estOuverteIci(
  ouvertures: Readonly<Record<string, OuvertureInsi>>,
  codes: readonly (string | null)[],
  jour: Jour,
): boolean {
  const dites = codes.flatMap((code) => (code === null ? [] : [ouvertures[code]]))
  return estOuverte(dites.find((ouverture) => ouverture !== undefined) ?? true, jour)
}

const estOuverte = (ouverture: OuvertureInsi, jour: Jour): boolean =>
  typeof ouverture === 'boolean' ? ouverture : ouverture <= jour

/** Every right recorded on one day, as after a complete training. */
export const formationComplete = (jour: Jour): Formations =>
  Object.fromEntries(DROITS.map((droit) => [droit, jour]))
