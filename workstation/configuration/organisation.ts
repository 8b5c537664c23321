import { z } from 'zod'
import type { ChoixVenue, ValeurVenue } from '#domain/admission/venue.ts'
import { DROITS } from '#domain/droits/droit.ts'
import { organisationDuModele, type Organisation, type OuvertureInsi } from '#domain/droits/organisation.ts'
import type { Habilitation } from '#domain/droits/peut.ts'
import { ROLES } from '#domain/droits/role.ts'

const droits = z.array(z.enum(DROITS))
const formationsExigees = droits.exactOptional()

/** Open, closed, or open from a day on. */
const ouverture = z.union([z.boolean(), z.iso.date()])

/** Codes are journalled: they never hold a space nor an accent. */
const code = /^[\w.-]{1,40}$/
const codePrecis = /^[\w.-]{1,40}(?:\/[\w.-]{1,40})?$/

/** The values of the establishment: whether INSi may be called there, and how each is read when its code does not say enough. */
const valeurs = (forme: RegExp) =>
  z
    .record(
      z.string().regex(forme),
      z.union([
        ouverture,
        z.strictObject({ libelle: z.string().min(1).max(40), insi: ouverture.exactOptional() }),
      ]),
    )
    .exactOptional()

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
  typesAdmission: valeurs(code),
  sites: valeurs(code),
  /** `site/secteur` speaks of a sector of that site alone. */
  secteurs: valeurs(codePrecis),
  /** What this desk admits, where, and for whom: each visit begins with it. */
  typeAdmission: z.string().regex(code).exactOptional(),
  site: z.string().regex(code).exactOptional(),
  secteur: z.string().regex(code).exactOptional(),
}

const fichier = z.object(champsOrganisation)

type ChampsOrganisation = z.infer<typeof fichier>

/** The organisation of the establishment and this desk's place in it; the first model when nothing is said. */
export function lireOrganisation(lue: ChampsOrganisation): Pick<Habilitation, 'organisation' | 'guichet'> {
  const { organisation = { modele: 1 } } = lue
  const base: Organisation =
    organisation.modele === 'personnalise'
      ? { ...organisationDuModele(1), modele: 'personnalise', droits: organisation.droits }
      : organisationDuModele(organisation.modele)
  return {
    organisation: {
      ...base,
      formationsExigees: organisation.formationsExigees ?? base.formationsExigees,
      typesAdmission: ouverturesDe(lue.typesAdmission),
      sites: ouverturesDe(lue.sites),
      secteurs: ouverturesDe(lue.secteurs),
    },
    guichet: {
      site: lue.site ?? null,
      secteur: lue.secteur ?? null,
      typeAdmission: lue.typeAdmission ?? null,
    },
  }
}

/** What an agent may say of a visit: the values configured, with the desk's own; nothing where none is. */
export function lireChoixVenue(lue: ChampsOrganisation): ChoixVenue {
  return {
    site: choixDe(lue.sites, lue.site),
    secteur: choixDe(lue.secteurs, lue.secteur),
    typeAdmission: choixDe(lue.typesAdmission, lue.typeAdmission),
  }
}

type Valeurs = ChampsOrganisation['secteurs']

const ouverturesDe = (valeurs: Valeurs = {}): Record<string, OuvertureInsi> =>
  Object.fromEntries(
    Object.entries(valeurs).map(([cle, valeur]) => [
      cle,
      typeof valeur === 'object' ? (valeur.insi ?? true) : valeur,
    ]),
  )

function choixDe(valeurs: Valeurs = {}, duGuichet?: string): readonly ValeurVenue[] {
  const configurees = Object.entries(valeurs)
    .filter(([cle]) => !cle.includes('/'))
    .map(([cle, valeur]) => ({ code: cle, libelle: typeof valeur === 'object' ? valeur.libelle : cle }))
  const oubliee = duGuichet !== undefined && !configurees.some((valeur) => valeur.code === duGuichet)
  return configurees.length > 0 && oubliee
    ? [...configurees, { code: duGuichet, libelle: duGuichet }]
    : configurees
}
