import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refusOrganisation } from '#domain/administration/coherence.ts'
import type { ReglagesAdmission } from '#domain/admission/reglages.ts'
import type { ReglagesEchanges } from '#domain/echanges/reglages-echanges.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Habilitation } from '#domain/droits/peut.ts'
import type { ReglagesNotices } from '#domain/notice/reglages-notice.ts'
import type { ReglagesAppels } from '../continuite/registre.ts'
import { lireConnexion, type ReglagesConnexion } from './connexion.ts'
import { lireContinuite } from './continuite.ts'
import { lireCopies } from './copies.ts'
import { choisirCryptolib } from './cryptolib.ts'
import { lireEchanges } from './echanges.ts'
import { lireReglages } from './identite.ts'
import type { Environnement } from './environnement.ts'
import { hotesDe, lireInsi, type AccesInsi } from './insi.ts'
import { lireNotices } from './notices.ts'
import { lireChoixVenue, lireOrganisation } from './organisation.ts'
import { schemaConfiguration, type FichierConfiguration } from './schema.ts'
import { lireVitaleReglee } from './vitale.ts'

/** Everything a workstation is told at start. */
export interface Configuration {
  readonly dossier: string
  readonly version: string
  readonly poste: string
  readonly environnement: FichierConfiguration['environnement']
  readonly insi: Result<AccesInsi, Refus>
  /** Addresses of INSi that the network self-test reaches. */
  readonly hotesInsi: readonly string[]
  readonly imprimante: { readonly url: string } | null
  /** Path of the PKCS#11 library of the CPx, null for the installed Cryptolib. */
  readonly cryptolib: string | null
  /** The official API that reads Vitales, null when their file map does. */
  readonly apilec: ReturnType<typeof lireVitaleReglee>
  /** Time without a gesture after which the session closes. */
  readonly verrouillageMs: number
  /** How one signs in. */
  readonly connexion: ReglagesConnexion
  /** How the establishment shares the work on identities. */
  readonly organisation: Pick<Habilitation, 'organisation' | 'guichet'>
  /** What it decided about identities. */
  readonly reglages: ReglagesAdmission
  /** How many calls to INSi may leave, and how those put off do. */
  readonly appels: ReglagesAppels
  /** What it hands to other software. */
  readonly echanges: ReglagesEchanges
  /** What it writes on the notices handed to patients. */
  readonly notices: ReglagesNotices
}

const VERROUILLAGE_MINUTES = 15

/**
 * Reads `configuration.json` of the data folder, or the file named in its place; the environment may replace the Cryptolib (GUICHET_CRYPTOLIB) and INSi's settings
 * (GUICHET_INSI_URL, _CA, _PFX, _IDAM, _EMETTEUR, _PROXY), and alone gives its secrets (GUICHET_INSI_PFX_PASSPHRASE, _PROXY_PASSWORD).
 * Refusals `configuration/illisible`, `configuration/reverification`, and those of an incoherent organisation.
 * An unusable INSi access does not stop the desk: it becomes a refusal shown at each call.
 */
export async function lireConfiguration(
  dossier: string,
  version: string,
  env: Environnement,
  fichier = join(dossier, 'configuration.json'),
): Promise<Result<Configuration, Refus>> {
  const texte = await readFile(fichier, 'utf8').catch(() => null)
  const lue = schemaConfiguration.safeParse(texte === null ? null : parseJson(texte))
  if (!lue.success) return echec(refuser('configuration/illisible'))
  const reglages = lireReglages(lue.data)
  if (!reglages.ok) return echec(refusDeDemarrer(reglages.error))
  const organisation = lireOrganisation(lue.data)
  const incoherence = refusOrganisation(organisation.organisation)
  if (incoherence) return echec(refuser(incoherence, 'organisation'))
  const { poste, environnement, imprimante, verrouillageMinutes = VERROUILLAGE_MINUTES } = lue.data
  return succes({
    dossier,
    version,
    poste,
    environnement,
    imprimante,
    cryptolib: choisirCryptolib(env, lue.data.cryptolib),
    apilec: lireVitaleReglee(lue.data),
    verrouillageMs: verrouillageMinutes * 60_000,
    connexion: lireConnexion(lue.data, dossier),
    organisation,
    reglages: { ...reglages.value, venues: lireChoixVenue(lue.data), copies: lireCopies(lue.data) },
    appels: lireContinuite(lue.data),
    echanges: lireEchanges(lue.data),
    notices: lireNotices(lue.data),
    insi: await lireInsi(dossier, version, lue.data, env),
    hotesInsi: hotesDe(environnement, lue.data.insi?.hotes),
  })
}

/** A setting that has a sentence of its own is named; the others make the file unreadable. */
const refusDeDemarrer = (refus: Refus): Refus =>
  refus.code === 'configuration/reverification' ? refus : refuser('configuration/illisible')

function parseJson(texte: string): unknown {
  try {
    return JSON.parse(texte)
  } catch {
    return null
  }
}
