import { z } from 'zod'
import { DROITS, type Droit } from '#domain/droits/droit.ts'
import type { Formations } from '#domain/droits/peut.ts'
import { ROLES, type Role } from '#domain/droits/role.ts'

/** Cost of argon2id: memory in KiB, passes, lanes. */
export interface CoutArgon2 {
  readonly memoire: number
  readonly passes: number
  readonly voies: number
}

/** 64 MiB, three passes, four lanes. Source: RFC 9106 §4, second recommended option. */
export const COUT_ARGON2: CoutArgon2 = { memoire: 65_536, passes: 3, voies: 4 }

/** Bytes sealed by AES-256-GCM, the key of the store most often. */
export interface CleScellee {
  readonly iv: Uint8Array
  readonly chiffre: Uint8Array
  readonly etiquette: Uint8Array
}

/** The key of the store, sealed for one professional card of the owner of the account. */
export interface CarteRattachee {
  /** SHA-256 of the card's public key: tells the card, and names nobody. */
  readonly empreinte: Uint8Array
  /** Drawn into the text that the card signs to open the key. */
  readonly sel: Uint8Array
  readonly cle: CleScellee
}

/** What a telephone computes codes from, sealed under a key drawn from the store's, and the last step accepted. */
export interface SecondFacteur {
  readonly secret: CleScellee
  readonly dernierPas: number
}

/** An account of the workstation. Nothing in it opens the store, nor checks a password faster than argon2id does. */
export interface Compte extends Agent {
  readonly sel: Uint8Array
  readonly cout: CoutArgon2
  readonly cle: CleScellee
  /** Who recorded each training, by identifier; nothing for those recorded before that was kept. */
  readonly formePar: Readonly<Partial<Record<Droit, string>>>
  /** Closed: it opens nothing until somebody reopens it. */
  readonly ferme: boolean
  /** Its password was given by somebody else, and opens nothing until its owner changes it. */
  readonly motDePasseAChanger: boolean
  /** The professional cards that open it, the latest last. */
  readonly cartes: readonly CarteRattachee[]
  /** Null until its owner, or his site, wants one. */
  readonly secondFacteur: SecondFacteur | null
  /** Proves who was given which rights, under a key drawn from the store's; null in an account of the first format. */
  readonly sceau: Uint8Array | null
}

/** An account as the file holds it, its rights proved. */
export type CompteScelle = Compte & { readonly sceau: Uint8Array }

/** What an agent is called once signed in. */
export interface Agent {
  readonly identifiant: string
  readonly nom: string
  readonly role: Role
  /** The day of each training; null for an account made before trainings were recorded. */
  readonly formations: Formations | null
}

/** Lower case, so that one account has one spelling; also what the journal admits. */
export const IDENTIFIANT = /^[a-z0-9][a-z0-9.-]{1,63}$/

const octets = (longueur: number) =>
  z.base64().transform((texte, ctx) => {
    const lus = Buffer.from(texte, 'base64')
    if (lus.length !== longueur) ctx.addIssue({ code: 'custom' })
    return new Uint8Array(lus)
  })

const scellee = (longueur: number) =>
  z.strictObject({ iv: octets(12), chiffre: octets(longueur), etiquette: octets(16) })

/** Bounds keep an altered file from asking for all the memory of the workstation. */
const compteFormat1 = z.strictObject({
  identifiant: z.string().regex(IDENTIFIANT),
  nom: z.string().min(1).max(100),
  sel: octets(16),
  cout: z.strictObject({
    memoire: z.int().min(8_192).max(1_048_576),
    passes: z.int().min(1).max(16),
    voies: z.int().min(1).max(16),
  }),
  cle: scellee(32),
})

const compteFormat2 = compteFormat1.extend({
  role: z.enum(ROLES),
  formations: z.partialRecord(z.enum(DROITS), z.iso.date()).nullable(),
  sceau: octets(32),
})

const compteFormat3 = compteFormat2.extend({
  formePar: z.partialRecord(z.enum(DROITS), z.string().regex(IDENTIFIANT)),
  ferme: z.boolean(),
  motDePasseAChanger: z.boolean(),
})

const compte: z.ZodType<Compte> = compteFormat3.extend({
  cartes: z.array(z.strictObject({ empreinte: octets(32), sel: octets(32), cle: scellee(32) })).max(8),
  secondFacteur: z.strictObject({ secret: scellee(20), dernierPas: z.int().nonnegative() }).nullable(),
})

/** What accounts were before a card, or a telephone, could be asked of them. */
const MOT_DE_PASSE_SEUL = { cartes: [], secondFacteur: null } as const

/** What accounts were before anyone could be closed, or given a password. */
const OUVERT = { formePar: {}, ferme: false, motDePasseAChanger: false, ...MOT_DE_PASSE_SEUL } as const

/** An account of the first format is an agent who keeps what he could do. */
const migrer1 = (ancien: z.infer<typeof compteFormat1>): Compte => ({
  ...ancien,
  ...OUVERT,
  role: 'agent',
  formations: null,
  sceau: null,
})

const migrer3 = (ancien: z.infer<typeof compteFormat3>): Compte => ({ ...ancien, ...MOT_DE_PASSE_SEUL })

const migrer2 = (ancien: z.infer<typeof compteFormat2>): Compte => ({ ...ancien, ...OUVERT })

/** Reads the accounts of this format and of the ones before it. */
export const fichierComptes: z.ZodType<{ readonly comptes: readonly Compte[] }> = z.discriminatedUnion(
  'format',
  [
    z.strictObject({ format: z.literal(4), comptes: z.array(compte) }),
    z.strictObject({ format: z.literal(3), comptes: z.array(compteFormat3.transform(migrer3)) }),
    z.strictObject({ format: z.literal(2), comptes: z.array(compteFormat2.transform(migrer2)) }),
    z.strictObject({ format: z.literal(1), comptes: z.array(compteFormat1.transform(migrer1)) }),
  ],
)

/** Writes accounts as `comptes.json` holds them, bytes in base64. */
export const ecrireComptes = (comptes: readonly CompteScelle[]): string =>
  `${JSON.stringify({ format: 4, comptes: comptes.map(enTexte) }, null, 2)}\n`

const enTexte = ({ sel, cout, cle, cartes, secondFacteur, sceau, ...compte }: CompteScelle) => ({
  ...compte,
  sel: base64(sel),
  cout,
  cle: scelleeEnTexte(cle),
  cartes: cartes.map((carte) => ({
    empreinte: base64(carte.empreinte),
    sel: base64(carte.sel),
    cle: scelleeEnTexte(carte.cle),
  })),
  secondFacteur: secondFacteur && {
    secret: scelleeEnTexte(secondFacteur.secret),
    dernierPas: secondFacteur.dernierPas,
  },
  sceau: base64(sceau),
})

const scelleeEnTexte = ({ iv, chiffre, etiquette }: CleScellee) => ({
  iv: base64(iv),
  chiffre: base64(chiffre),
  etiquette: base64(etiquette),
})

const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64')
