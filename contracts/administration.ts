import { z } from 'zod'
import type { HomologationSaisie } from '#domain/administration/homologation.ts'
import type { Personne } from '#domain/administration/personne.ts'
import { DROITS } from '#domain/droits/droit.ts'
import type { Organisation } from '#domain/droits/organisation.ts'
import { ROLES } from '#domain/droits/role.ts'
import { appel } from './refus.ts'

const droit = z.enum(DROITS)
const role = z.enum(ROLES)
const secret = z.string().max(256)
const compte = z.object({ identifiant: z.string().max(64) })

const formationTenue = z.object({ date: z.string(), par: z.string().nullable() })

const personne: z.ZodType<Personne, Personne> = z.object({
  identifiant: z.string(),
  nom: z.string(),
  role,
  ferme: z.boolean(),
  motDePasseAChanger: z.boolean(),
  carte: z.boolean(),
  telephone: z.boolean(),
  formations: z.partialRecord(droit, formationTenue).nullable(),
  intact: z.boolean(),
})

/** By code of admission type or sector: open, closed, or open from a day on. */
const ouvertures = z.record(z.string().min(1).max(81), z.union([z.boolean(), z.iso.date()]))

const organisation: z.ZodType<Organisation, Organisation> = z.object({
  modele: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('personnalise')]),
  droits: z.record(role, z.array(droit)),
  formationsExigees: z.array(droit),
  typesAdmission: ouvertures,
  sites: ouvertures,
  secteurs: ouvertures,
})

/** The organisation in force, and what tells the file it is kept in from any other. */
const vueOrganisation = z.object({
  organisation,
  empreinte: z.string(),
  /** The file says something else: it was edited by hand since the workstation started. */
  fichierModifie: z.boolean(),
})

export type VueOrganisation = z.infer<typeof vueOrganisation>

const champHomologation = z.string().max(200)

const homologationSaisie = z.object({
  reference: champHomologation,
  date: champHomologation,
  signataire: champHomologation,
  document: champHomologation,
}) satisfies z.ZodType<HomologationSaisie>

const vueHomologation = z.object({
  /** Why this desk does without the decision; null when it must be recorded. */
  dispense: z.enum(['simulation', 'cpx']).nullable(),
  homologation: homologationSaisie.extend({ par: z.string(), le: z.string() }).nullable(),
})

export type VueHomologation = z.infer<typeof vueHomologation>

const acteMontre = z.object({
  n: z.int(),
  instant: z.string(),
  agent: z.string().nullable(),
  acte: z.string(),
  compte: z.string().nullable(),
  detail: z.string().nullable(),
})

export type ActeMontre = z.infer<typeof acteMontre>

/** What whoever holds the right `administrer` may ask; nothing here is a signal, and nothing here is about a patient. */
export const administration = {
  personnes: appel.output(z.array(personne)),
  /** A password is given under the administrator's own, which alone reaches the key to seal. */
  creerCompte: appel.input(
    compte.extend({ nom: z.string().max(200), role, motDePasse: secret, monMotDePasse: secret }),
  ),
  reinitialiserMotDePasse: appel.input(compte.extend({ motDePasse: secret, monMotDePasse: secret })),
  changerRole: appel.input(compte.extend({ role })),
  fermerCompte: appel.input(compte.extend({ ferme: z.boolean() })),
  /** His cards open nothing any more: lost, or given back. */
  detacherCarte: appel.input(compte),
  /** His telephone is no longer asked; a site that wants one has him register another. */
  retirerTelephone: appel.input(compte),
  enregistrerFormation: appel.input(compte.extend({ droit, date: z.string().max(10) })),
  retirerFormation: appel.input(compte.extend({ droit })),
  organisation: appel.output(vueOrganisation),
  /** Takes effect at once; refused when the file is no longer the one that was shown. */
  choisirOrganisation: appel.input(z.object({ organisation, empreinte: z.string().max(64) })),
  homologation: appel.output(vueHomologation),
  homologuer: appel.input(homologationSaisie),
  /** The last administrative acts of the journal, the latest first. */
  derniersActes: appel.output(z.array(acteMontre)),
}
