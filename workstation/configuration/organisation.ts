import { z } from 'zod'
import { DROITS } from '#domain/droits/droit.ts'
import { organisationDuModele, type Organisation } from '#domain/droits/organisation.ts'
import type { Habilitation } from '#domain/droits/peut.ts'
import { ROLES } from '#domain/droits/role.ts'

const droits = z.array(z.enum(DROITS))
const formationsExigees = droits.exactOptional()

/** Open, closed, or open from a day on. */
const ouvertures = z.record(z.string(), z.union([z.boolean(), z.iso.date()])).exactOptional()

/** How the establishment shares the work: one of the four models, or its own rights for each role. */
export const champsOrganisation = {
  organisation: z
    .union([
      z.strictObject({
        modele: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
        formationsExigees,
      }),
      z.strictObject({
        modele: z.literal('personnalise'),
        droits: z.record(z.enum(ROLES), droits),
        formationsExigees,
      }),
    ])
    .exactOptional(),
  /** Where calls to INSi are open, by code; open where nothing is said. */
  typesAdmission: ouvertures,
  secteurs: ouvertures,
  /** What this desk admits, and for whom. */
  typeAdmission: z.string().min(1).max(40).exactOptional(),
  secteur: z.string().min(1).max(40).exactOptional(),
}

const fichier = z.object(champsOrganisation)

/** The organisation of the establishment and this desk's place in it; the first model when nothing is said. */
export function lireOrganisation(
  lue: z.infer<typeof fichier>,
): Pick<Habilitation, 'organisation' | 'guichet'> {
  const { organisation = { modele: 1 }, typesAdmission = {}, secteurs = {} } = lue
  const base: Organisation =
    organisation.modele === 'personnalise'
      ? { ...organisationDuModele(1), modele: 'personnalise', droits: organisation.droits }
      : organisationDuModele(organisation.modele)
  return {
    organisation: {
      ...base,
      formationsExigees: organisation.formationsExigees ?? base.formationsExigees,
      typesAdmission,
      secteurs,
    },
    guichet: { typeAdmission: lue.typeAdmission ?? null, secteur: lue.secteur ?? null },
  }
}
