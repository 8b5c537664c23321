import { z } from 'zod'
import { champsConnexion } from './connexion.ts'
import { champsContinuite } from './continuite.ts'
import { champsCopies } from './copies.ts'
import { champsEchanges } from './echanges.ts'
import { champsIdentite } from './identite.ts'
import { champsNotices } from './notices.ts'
import { mandataire } from './mandataire.ts'
import { champsOrganisation } from './organisation.ts'
import { champsVitale } from './vitale.ts'

/** Access to INSi by organisation certificate, or by the card of whoever asks; files are read at start, paths relative to the configuration's folder. */
const insi = z.strictObject({
  url: z.url(),
  /** PEM file of the authorities the server must be issued by. */
  autorites: z.string(),
  certificat: z.union([
    z.strictObject({ pfx: z.string() }),
    z.strictObject({ certificat: z.string(), cle: z.string() }),
    /** Each call is signed by the card that opened the session. */
    z.strictObject({
      cpx: z.strictObject({ identifiantFacturation: z.string(), secteurActivite: z.string() }),
    }),
  ]),
  idam: z.string(),
  emetteur: z.string(),
  instance: z.uuid(),
  mandataire: mandataire.exactOptional(),
  /** Addresses that the network self-test reaches, `hote` or `hote:port`; by default the four of the service. */
  hotes: z
    .array(z.string().regex(/^[\w.-]{1,255}(?::\d{1,5})?$/))
    .max(20)
    .exactOptional(),
})

/** The settings of one workstation, as IT writes them in `configuration.json`; it never holds a secret. */
export const schemaConfiguration = z.strictObject({
  poste: z.string().min(1).max(40),
  environnement: z.enum(['production', 'recette', 'simulation']),
  insi: insi.nullable(),
  imprimante: z.strictObject({ url: z.url() }).nullable(),
  /** Path of the PKCS#11 library of professional cards; by default the Cryptolib CPS where its installer puts it. */
  cryptolib: z.string().min(1).exactOptional(),
  /** Minutes without a gesture after which the session closes; 15 by default. */
  verrouillageMinutes: z.int().min(1).max(60).exactOptional(),
  ...champsOrganisation,
  ...champsIdentite,
  ...champsEchanges,
  ...champsNotices,
  ...champsContinuite,
  ...champsCopies,
  ...champsVitale,
  ...champsConnexion,
})

export type FichierConfiguration = z.infer<typeof schemaConfiguration>
