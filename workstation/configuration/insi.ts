import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { HOTES_INSI } from '#domain/insi/etape-reseau.ts'
import {
  estLocale,
  type AccesCpx,
  type CertificatOrganisation,
  type ConfigInsi,
} from '#services/insi/config.ts'
import type { Environnement } from './environnement.ts'
import { lireMandataire } from './mandataire.ts'
import type { FichierConfiguration } from './schema.ts'

/** The access to INSi, but for the card that signs: it comes and goes. */
export interface AccesInsi extends Omit<ConfigInsi, 'certificat'> {
  readonly certificat: CertificatOrganisation | Omit<AccesCpx, 'signataire'>
}

/** Tells whether each agent's card signs the calls. */
export const estParCpx = (insi: Result<AccesInsi, Refus>): boolean =>
  insi.ok && insi.value.certificat.forme === 'cpx'

/** The access as calls need it: with the card that signs, where cards sign. */
export const avecSignataire = (
  { certificat, ...acces }: AccesInsi,
  signataire: AccesCpx['signataire'],
): ConfigInsi => ({
  ...acces,
  certificat: certificat.forme === 'cpx' ? { ...certificat, signataire } : certificat,
})

/**
 * Reads the access to INSi: each setting of the file may be replaced by the environment, which alone gives the passphrase of the key
 * and the password of the proxy.
 * Refusals `insi/configuration` where none is configured, `insi/certificat-illisible` where a file of it cannot be read.
 */
export async function lireInsi(
  dossier: string,
  version: string,
  { environnement, insi }: Pick<FichierConfiguration, 'environnement' | 'insi'>,
  env: Environnement,
): Promise<Result<AccesInsi, Refus>> {
  const acces = insi ?? accesDe(env)
  if (acces === null) return echec(refuser('insi/configuration'))
  const fichier = (chemin: string) => readFile(resolve(dossier, chemin))
  try {
    return succes({
      environnement,
      url: env['GUICHET_INSI_URL'] ?? acces.url,
      autorites: (await fichier(cheminDe(env['GUICHET_INSI_CA']) ?? acces.autorites)).toString('utf8'),
      certificat: await lireCertificat(acces.certificat, fichier, env),
      idam: env['GUICHET_INSI_IDAM'] ?? acces.idam,
      emetteur: env['GUICHET_INSI_EMETTEUR'] ?? acces.emetteur,
      instance: acces.instance,
      nomLogiciel: 'guichet-ins',
      versionLogiciel: version,
      mandataire: lireMandataire(dossier, acces.mandataire, env),
    })
  } catch {
    return echec(refuser('insi/certificat-illisible'))
  }
}

/** The addresses of INSi to be reached from here: the four of the service unless the site names others, none but its own on a simulated desk. */
export function hotesDe(
  environnement: FichierConfiguration['environnement'],
  hotes?: readonly string[],
): readonly string[] {
  if (environnement !== 'simulation') return hotes ?? HOTES_INSI
  return (hotes ?? []).filter((hote) => estLocale(`https://${hote}`))
}

type FichierInsi = NonNullable<FichierConfiguration['insi']>
type Certificat = FichierInsi['certificat']

/** The access that the environment gives alone, where the file configures none; null when a setting misses. */
function accesDe(env: Environnement): FichierInsi | null {
  const { GUICHET_INSI_URL: url, GUICHET_INSI_CA: autorites, GUICHET_INSI_PFX: pfx } = env
  const { GUICHET_INSI_IDAM: idam, GUICHET_INSI_EMETTEUR: emetteur } = env
  if (!url || !autorites || !pfx || !idam || !emetteur) return null
  return { url, autorites, certificat: { pfx }, idam, emetteur, instance: instanceDe(hostname()) }
}

/** A path typed beside a command is read from where the command is typed, not from the folder of the settings. */
const cheminDe = (chemin: string | undefined): string | undefined =>
  chemin === undefined ? undefined : resolve(chemin)

/** The same UUID at each run of a machine: nothing was drawn for it. */
const instanceDe = (machine: string): string =>
  hash('sha256', `guichet-ins/${machine}`)
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5')

async function lireCertificat(
  certificat: Certificat,
  fichier: (chemin: string) => Promise<Buffer>,
  env: Environnement,
): Promise<AccesInsi['certificat']> {
  const phrase = env['GUICHET_INSI_PFX_PASSPHRASE']
  const pfx = cheminDe(env['GUICHET_INSI_PFX']) ?? ('pfx' in certificat ? certificat.pfx : null)
  if (pfx !== null) return { forme: 'pfx', pfx: await fichier(pfx), phrase: phrase ?? '' }
  if ('cpx' in certificat) return { forme: 'cpx', ...certificat.cpx }
  if ('pfx' in certificat) throw new Error('unreachable: a pfx was chosen above')
  return {
    forme: 'pem',
    certificat: (await fichier(certificat.certificat)).toString('utf8'),
    cle: (await fichier(certificat.cle)).toString('utf8'),
    ...(phrase === undefined ? {} : { phrase }),
  }
}
