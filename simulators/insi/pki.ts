import './reflect-metadata.ts'
import { createPrivateKey, randomUUID } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { FauxServeur } from './modes.ts'

/** A certificate and its private key, PEM; the chain goes from the certificate to its intermediate authority. */
interface Identite {
  readonly certificat: string
  readonly cle: string
}

/** Which client certificate of the simulator: the right one, or one INSi refuses. */
type NomClient = 'manu' | 'mauvais-cn' | 'perime'

export interface Pki {
  /** The root authority, to be trusted by clients; its name says it is fictitious. */
  readonly racine: string
  readonly intermediaire: string
  readonly serveur: Identite
  /** What an impostor or a neglected server would show. */
  readonly fauxServeurs: Readonly<Record<FauxServeur, Identite>>
  readonly clients: Readonly<Record<NomClient, Identite>>
}

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
// IGC-Santé issues RSA 2048 keys to organisations.
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const

const JOUR_MS = 86_400_000

/** The two keys as the certificate generator takes them, typed by whichever web types are at hand: a page's or Node's. */
type Cles = Parameters<typeof x509.X509CertificateGenerator.createSelfSigned>[0]['keys']

interface Autorite {
  readonly nom: string
  readonly cles: Cles
}

/** Makes a whole test PKI in memory, shaped like IGC-Santé: root, intermediate, loopback server, clients of one FINESS. */
export async function createPki(options: { maintenant: Date; finess: string }): Promise<Pki> {
  const { maintenant, finess } = options
  const [clesRacine, clesInter, clesServeur, clesClient] = await Promise.all([
    crypto.subtle.generateKey(EC, true, ['sign', 'verify']),
    crypto.subtle.generateKey(EC, true, ['sign', 'verify']),
    crypto.subtle.generateKey(EC, true, ['sign', 'verify']),
    crypto.subtle.generateKey(RSA, true, ['sign', 'verify']),
  ])
  // Two PKIs of the same names would be taken for one another: each run signs its own.
  const tirage = randomUUID().slice(0, 8).toUpperCase()
  const racine = { nom: `C=FR, O=SIMULATION, CN=AC RACINE FICTIVE ${tirage}`, cles: clesRacine }
  const inter = { nom: `C=FR, O=SIMULATION, CN=AC FICTIVE ORGANISATIONS ${tirage}`, cles: clesInter }
  const emettre = createIssuer(maintenant)
  const intermediaire = await emettre(inter.nom, inter.cles, racine, autorite(0))
  const [cleClient, cleServeur] = await Promise.all([exporter(clesClient), exporter(clesServeur)])
  const inconnue = { nom: `C=FR, O=SIMULATION, CN=AC INCONNUE ${tirage}`, cles: clesServeur }
  const serveur = async (profil: Profil, signataire: Autorite = inter): Promise<Identite> => ({
    certificat: (await emettre(SERVEUR, clesServeur, signataire, profil)) + intermediaire,
    cle: cleServeur,
  })
  const client = async (cn: string, finJours: number): Promise<Identite> => ({
    certificat:
      (await emettre(`C=FR, O=HOPITAL FICTIF, OU=1${finess}, CN=${cn}`, clesClient, inter, {
        extensions: [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth])],
        finJours,
      })) + intermediaire,
    cle: cleClient,
  })
  return {
    racine: await emettre(racine.nom, racine.cles, racine, autorite(1)),
    intermediaire,
    serveur: await serveur(serveurLocal()),
    fauxServeurs: {
      'serveur-inconnu': await serveur(serveurLocal(), inconnue),
      'serveur-autre-nom': await serveur(serveurAilleurs()),
      'serveur-perime': await serveur({ ...serveurLocal(), finJours: -1 }),
    },
    clients: {
      manu: await client('INSI-MANU', 365),
      'mauvais-cn': await client('HOPITAL-FICTIF', 365),
      perime: await client('INSI-MANU', -1),
    },
  }
}

/** Encrypts a PEM private key into PKCS#8 under a passphrase, as IT departments receive it. */
export const chiffrerCle = (cle: string, phrase: string): string =>
  createPrivateKey(cle)
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: phrase })
    .toString()

interface Profil {
  readonly extensions: readonly x509.Extension[]
  readonly finJours: number
}

const autorite = (profondeur: number): Profil => ({
  extensions: [
    new x509.BasicConstraintsExtension(true, profondeur, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  ],
  finJours: 3650,
})

const SERVEUR = 'CN=services-ps.simulation'

const serveurLocal = (): Profil =>
  serveurNomme([
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
  ])

const serveurAilleurs = (): Profil => serveurNomme([{ type: 'dns', value: 'ailleurs.simulation' }])

const serveurNomme = (noms: x509.JsonGeneralNames): Profil => ({
  extensions: [
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension(noms),
  ],
  finJours: 365,
})

const createIssuer =
  (maintenant: Date) =>
  async (sujet: string, cles: Cles, emetteur: Autorite, profil: Profil): Promise<string> => {
    const certificat = await x509.X509CertificateGenerator.create({
      serialNumber: randomUUID().replaceAll('-', '').replace(/^./, '1'),
      subject: sujet,
      issuer: emetteur.nom,
      publicKey: cles.publicKey,
      signingKey: emetteur.cles.privateKey,
      signingAlgorithm: EC,
      notBefore: new Date(maintenant.getTime() - 30 * JOUR_MS),
      notAfter: new Date(maintenant.getTime() + profil.finJours * JOUR_MS),
      extensions: [...profil.extensions],
    })
    return certificat.toString('pem') + '\n'
  }

async function exporter(cles: Cles): Promise<string> {
  const der = await crypto.subtle.exportKey('pkcs8', cles.privateKey)
  return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()
}
