import type { Droit } from '../droits/droit.ts'
import type { Organisation } from '../droits/organisation.ts'
import { ROLES } from '../droits/role.ts'
import type { CodeRefus } from '../refus/refus.ts'

type Repartition = Pick<Organisation, 'droits' | 'formationsExigees'>

/** What an establishment cannot decide, in the order it is said: the admission would stop, or nobody could undo it. */
const REGLES: readonly (readonly [CodeRefus, (repartition: Repartition) => boolean])[] = [
  ['organisation/personne-n-administre', personne('administrer')],
  [
    'organisation/formation-administrer',
    ({ formationsExigees }) => formationsExigees.includes('administrer'),
  ],
  // RNIV: IT grants rights and touches no identity.
  ['organisation/informatique', ({ droits }) => droits.informatique.some((droit) => droit !== 'administrer')],
  ['organisation/personne-ne-cree', personne('creer-modifier')],
  ['organisation/personne-ne-valide', personne('valider')],
  ['organisation/personne-n-appelle', personne('appeler-insi')],
  ['organisation/personne-ne-qualifie', personne('qualifier')],
  [
    'organisation/sans-creer',
    unSans(['numeriser', 'valider', 'appeler-insi', 'qualifier'], 'creer-modifier'),
  ],
  ['organisation/valider-sans-numeriser', unSans(['valider'], 'numeriser')],
  ['organisation/qualifier-sans-valider', unSans(['qualifier'], 'valider')],
  ['organisation/qualifier-sans-appeler', unSans(['qualifier'], 'appeler-insi')],
]

/** Tells why an organisation cannot be followed; null when it can. Source: RNIV, organisation models; EXI PP 09. */
export const refusOrganisation = (repartition: Repartition): CodeRefus | null =>
  REGLES.find(([, enfreinte]) => enfreinte(repartition))?.[0] ?? null

function personne(droit: Droit): (repartition: Repartition) => boolean {
  return ({ droits }) => ROLES.every((role) => !droits[role].includes(droit))
}

/** A role that holds one of the first rights without the one they rest on. */
function unSans(tenus: readonly Droit[], requis: Droit): (repartition: Repartition) => boolean {
  return ({ droits }) =>
    ROLES.some(
      (role) => tenus.some((droit) => droits[role].includes(droit)) && !droits[role].includes(requis),
    )
}
