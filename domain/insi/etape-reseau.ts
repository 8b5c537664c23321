import { phraseDe, type CodeRefus } from '../refus/refus.ts'
import { typographier } from '../refus/typographie.ts'
import type { DemandeInsi } from './demande.ts'
import type { ReponseInsi } from './reponse.ts'

/** The steps of the network self-test, in the order they are made. */
export const ETAPES_RESEAU = [
  'configuration',
  'certificat',
  'mandataire',
  'dns',
  'tcp',
  'tls',
  'hote',
  'appel',
  'idam',
] as const

export type NomEtapeReseau = (typeof ETAPES_RESEAU)[number]

/** `a-surveiller` lets calls through and asks for an act; `non-faite` says why it was not made. */
export const ETATS_ETAPE = ['reussie', 'a-surveiller', 'echouee', 'non-faite'] as const

/** One step made: what it found, about what. Holds nothing of a person and no secret. */
export interface EtapeReseau {
  readonly etape: NomEtapeReseau
  readonly etat: (typeof ETATS_ETAPE)[number]
  /** Why it did not simply succeed. */
  readonly code: CodeRefus | null
  /** The host, the issuer or the setting it is about. */
  readonly sur: string | null
  readonly dureeMs: number
}

/** Each step, as its line begins. */
export const LIBELLES_ETAPE: Readonly<Record<NomEtapeReseau, string>> = {
  configuration: 'Réglages',
  certificat: 'Certificat',
  mandataire: 'Mandataire',
  dns: 'Nom (DNS)',
  tcp: 'Connexion (TCP)',
  tls: 'Serveur (TLS)',
  hote: 'Adresse d’INSi',
  appel: 'Appel d’essai',
  idam: 'Logiciel (IDAM)',
}

const PHRASES_REUSSITE: Readonly<Record<NomEtapeReseau, string>> = {
  configuration: "Les réglages d'INSi sont complets et cohérents.",
  certificat: "Le certificat de l'établissement, sa clé et sa phrase secrète vont ensemble.",
  mandataire: 'Le mandataire ouvre la voie vers INSi.',
  dns: 'Le nom du serveur se résout.',
  tcp: 'Le réseau mène au serveur.',
  tls: "Le serveur est bien INSi, personne n'inspecte la liaison.",
  hote: "Cette adresse d'INSi est joignable.",
  appel: "INSi a répondu comme attendu à l'identité d'essai publiée.",
  idam: "INSi reconnaît le numéro d'autorisation du logiciel.",
}

/** The one sentence of a step: what, why, and what to do when there is something to do. */
export const phraseEtape = ({ etape, code }: Pick<EtapeReseau, 'etape' | 'code'>): string =>
  code === null ? typographier(PHRASES_REUSSITE[etape]) : phraseDe({ code })

/** The person of the editors' test base, published for this use. Source: INSi, public test identities; README of tlsi-ins. */
export const IDENTITE_ESSAI: DemandeInsi = {
  nomNaissance: 'ADRUN',
  prenom: 'ZOE',
  sexe: 'F',
  dateNaissance: '1975-12-31',
}

/** Production knows nobody of that name: an answer 01 there says that all of the way is right. */
export const reponseEssai = (
  environnement: 'production' | 'recette' | 'simulation',
): ReponseInsi['codeCR'] => (environnement === 'production' ? '01' : '00')

/** The four addresses of the service, by card and by certificate, in production then in recette. Source: INSi, endpoints. */
export const HOTES_INSI = [
  'services-ps-tlsm.ameli.fr',
  'services-ps.ameli.fr',
  'qualiflps-services-ps-tlsm.ameli.fr',
  'qualiflps.services-ps.ameli.fr',
] as const
