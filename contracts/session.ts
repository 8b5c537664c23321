import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type { EtatCodeCpx } from '#domain/cartes/etat-cpx.ts'
import { DROITS } from '#domain/droits/droit.ts'
import { ROLES } from '#domain/droits/role.ts'
import { appel, codeRefus } from './refus.ts'

/** The person signed in at the desk, to whom every act is attributed. */
export const agent = z.object({
  identifiant: z.string(),
  nom: z.string(),
  role: z.enum(ROLES),
  /** What the organisation gives his role, whatever his trainings. */
  droits: z.array(z.enum(DROITS)),
})

const etatCode = z.enum([
  'disponible',
  'essai-manque',
  'dernier-essai',
  'bloque',
]) satisfies z.ZodType<EtatCodeCpx>

/** The professional card in the reader, for whoever may sign in with it; never a number of it. */
const carteAgent = z.discriminatedUnion('etat', [
  /** `refus` says what is wrong besides there being no card. */
  z.object({ etat: z.literal('absente'), refus: codeRefus.nullable() }),
  z.object({ etat: z.literal('lecture') }),
  /** It opens nothing here, and no PIN is asked of it. */
  z.object({ etat: z.literal('refusee'), titulaire: z.string().nullable(), refus: codeRefus }),
  z.object({
    etat: z.literal('presente'),
    /** Number of the insertion: a PIN is meant for it alone. */
    presence: z.int(),
    titulaire: z.string(),
    /** The account it opens, null until its owner attaches it. */
    compte: z.object({ identifiant: z.string(), nom: z.string() }).nullable(),
    /** What the card says of its PIN before any is asked. */
    code: etatCode,
  }),
])

const vueConnexion = z.object({
  moyens: z.object({ motDePasse: z.boolean(), carte: z.boolean() }),
  carte: carteAgent,
  /** Whose session the departure of a card closed, until somebody signs in. */
  verrouilleePour: z.string().nullable(),
})

export type VueConnexion = z.infer<typeof vueConnexion>

const identifiant = z.string().max(64)
const secret = z.string().max(256)
/** Code of a telephone, null until the workstation asks for it. */
const second = z.string().max(16).nullable().default(null)

/** A PIN for the card of one insertion, and the agent's word that he knows an error would lock it. */
const ouvertureCarte = z.object({
  presence: z.int(),
  code: z.string().max(16),
  dernierEssai: z.boolean(),
})

/** What a telephone needs to compute codes: shown once, to its owner. */
const secretTotp = z.object({
  /** The secret in base 32, for whoever types it. */
  cle: z.string(),
  /** Rows of the QR code that says the same, `1` for a dark module. */
  qr: z.array(z.string()),
})

export type SecretTotp = z.infer<typeof secretTotp>

export const session = {
  ouvrir: appel.input(z.object({ identifiant, motDePasse: secret, second })).output(agent),
  ouvrirParCarte: appel.input(ouvertureCarte).output(agent),
  /** Attaches the card to the account of whoever proves to be its owner, then opens his session. */
  rattacherCarte: appel
    .input(ouvertureCarte.extend({ identifiant, motDePasse: secret, second }))
    .output(agent),
  /** A secret for whoever gives the password of an account that has none. */
  preparerTelephone: appel.input(z.object({ identifiant, motDePasse: secret })).output(secretTotp),
  /** Keeps the secret prepared last for this account, once its first code proves that the telephone has it. */
  enregistrerTelephone: appel.input(
    z.object({ identifiant, motDePasse: secret, second: z.string().max(16) }),
  ),
  /** Replaces a password by whoever knows it, signed in or not: one that was given opens nothing before that. */
  changerMotDePasse: appel.input(z.object({ identifiant, actuel: secret, nouveau: secret })),
  fermer: appel,
  suivre: appel.output(eventIterator(agent.nullable())),
  /** How one may sign in, and the card inserted; followed by a window where nobody is signed in. */
  suivreConnexion: appel.output(eventIterator(vueConnexion)),
}
