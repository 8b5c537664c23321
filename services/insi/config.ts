import { X509Certificate } from 'node:crypto'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { ActiviteCpx, SignataireCpx } from './assertion-ps.ts'
import { lireAdresseMandataire } from './mandataire/route.ts'

/** Where the calls go; everything obtained outside production must be marked by the caller. Source: INSi, recette answers. */
export type EnvironnementInsi = 'production' | 'recette' | 'simulation'

/** The ORG / AUTH_CLI certificate of the legal entity, as PEM texts or as a PKCS#12 file. Source: IGC-Santé. */
export type CertificatOrganisation =
  | { readonly forme: 'pem'; readonly certificat: string; readonly cle: string; readonly phrase?: string }
  | { readonly forme: 'pfx'; readonly pfx: Uint8Array; readonly phrase: string }

/** The agent's own card instead: it signs each call, and the establishment is named by what it bills under. */
export interface AccesCpx extends ActiviteCpx {
  readonly forme: 'cpx'
  /** The card opened at the desk, null when there is none: asked at each call. */
  signataire(): SignataireCpx | null
}

/** Who the proxy is told to be; the password is never in a file. */
export interface IdentifiantsMandataire {
  readonly identifiant: string
  readonly motDePasse: string
}

/** The proxy an establishment leaves by: one address and what is reached without it, or a PAC script that chooses. */
export type MandataireInsi = { readonly identifiants: IdentifiantsMandataire | null } & (
  | { readonly forme: 'adresse'; readonly url: string; readonly exclusions: readonly string[] }
  /** `adresse`: where the script is, a path or an address; `script` gives its text, null when it cannot be read. */
  | { readonly forme: 'pac'; readonly adresse: string; script(): Promise<string | null> }
)

/** What one establishment must set to call INSi by traits, with its organisation certificate or with CPx. */
export interface ConfigInsi {
  readonly environnement: EnvironnementInsi
  readonly url: string
  /** Authorities the server must be issued by, PEM; IGC-Santé is in no public trust store. */
  readonly autorites: string
  readonly certificat: CertificatOrganisation | AccesCpx
  /** CNDA authorisation number of the software. */
  readonly idam: string
  /** Issuer of the flow: `1` + FINESS, the subject OU of the certificate. A CPx is its own issuer. */
  readonly emetteur: string
  /** UUID drawn once for this installation. */
  readonly instance: string
  readonly nomLogiciel: string
  readonly versionLogiciel: string
  readonly delais?: DelaisInsi
  /** Null or nothing said: the desk reaches INSi straight. */
  readonly mandataire?: MandataireInsi | null
}

/** Milliseconds given to open the secured connection, then to the whole call. */
export interface DelaisInsi {
  readonly connexionMs: number
  readonly totalMs: number
}

export const DELAIS_INSI: DelaisInsi = { connexionMs: 10_000, totalMs: 30_000 }

const REGLES: readonly (readonly [champ: string, respectee: (config: ConfigInsi) => boolean])[] = [
  ['url', ({ url }) => URL.parse(url)?.protocol === 'https:'],
  // A simulated desk never reaches the network, and a real one never believes a simulator.
  ['url', ({ url, environnement }) => estLocale(url) === (environnement === 'simulation')],
  ['autorites', ({ autorites }) => sontLisibles(autorites)],
  ['mandataire', ({ mandataire }) => !mandataire || estMandataire(mandataire)],
  ['mandataire', ({ mandataire, environnement }) => environnement !== 'simulation' || estIci(mandataire)],
  ['idam', ({ idam }) => /^[\w-]{1,20}$/.test(idam)],
  ['emetteur', ({ emetteur }) => /^[0-9A-Z]{1,20}$/.test(emetteur)],
  [
    'identifiantFacturation',
    ({ certificat }) => estActivite(certificat, 'identifiantFacturation', /^[0-9A-Z]{9}$/),
  ],
  ['secteurActivite', ({ certificat }) => estActivite(certificat, 'secteurActivite', /^SA\d{2}$/)],
  ['instance', ({ instance }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(instance)],
  ['nomLogiciel', ({ nomLogiciel }) => /^[\w.-]{1,59}$/.test(nomLogiciel)],
  ['versionLogiciel', ({ versionLogiciel }) => /^[\w.-]{1,59}$/.test(versionLogiciel)],
]

/** Checks the settings before any connection; the refusal `insi/configuration` names the first wrong field. */
export function verifierConfig(config: ConfigInsi): Result<ConfigInsi, Refus> {
  const regle = REGLES.find(([, respectee]) => !respectee(config))
  return regle ? echec(refuser('insi/configuration', regle[0])) : succes(config)
}

/** OpenSSL skips a damaged authority without a word; the server would then pass for an impostor. */
function sontLisibles(autorites: string): boolean {
  const blocs = autorites.split(/(?=-----BEGIN )/).filter((bloc) => bloc.trim() !== '')
  try {
    return blocs.length > 0 && blocs.every((bloc) => new X509Certificate(bloc).ca)
  } catch {
    return false
  }
}

/** A name that held a colon would be cut there by the proxy. Source: RFC 7617, 2. */
const estMandataire = (mandataire: MandataireInsi): boolean =>
  (mandataire.forme === 'pac' || lireAdresseMandataire(mandataire.url) !== null) &&
  !/[:\p{Cc}]/u.test(mandataire.identifiants?.identifiant ?? '') &&
  !/\p{Cc}/u.test(mandataire.identifiants?.motDePasse ?? '')

/** A simulated desk reads no script from elsewhere; where its calls would leave by is judged at each one. */
const estIci = (mandataire: ConfigInsi['mandataire']): boolean =>
  mandataire?.forme !== 'pac' || !/^https?:/i.test(mandataire.adresse) || estLocale(mandataire.adresse)

/** Only a CPx says what its holder does. */
const estActivite = (acces: ConfigInsi['certificat'], champ: keyof ActiviteCpx, forme: RegExp): boolean =>
  acces.forme !== 'cpx' || forme.test(acces[champ])

/** An address of this machine. */
export const estLocale = (url: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(URL.parse(url)?.hostname ?? '')
