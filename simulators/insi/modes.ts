import { echec, succes, type Result } from '#domain/result.ts'

/** How the simulator behaves until told otherwise; each word is what a person types. */
export const MODES = {
  normal: 'répond selon les traits',
  arret: 'le service est arrêté, la connexion est refusée',
  'coupure-avant': 'la connexion est coupée dès son ouverture',
  'muet-tls': 'la connexion s’ouvre, rien ne vient',
  'certificat-refuse': 'le certificat client est refusé par une alerte TLS',
  'coupure-apres': 'la connexion est coupée une fois la requête reçue',
  muet: 'la requête est reçue, la réponse ne vient jamais',
  lent: 'répond après un délai en millisecondes (3000 sans autre indication)',
  erreur: 'répond l’erreur INSi du code donné (insi_102, desir_1020, desir_550, desir_560, siram_40…)',
  html: 'répond une page HTML, comme un mandataire',
  indisponible: 'répond HTTP 503 en HTML',
  redirection: 'répond une redirection HTTP 302',
  tronque: 'répond un XML tronqué',
  'coupure-pendant': 'coupe la connexion au milieu de la réponse',
  doctype: 'répond avec un DOCTYPE',
  enorme: 'répond plus de 256 Kio',
  soap11: 'répond une enveloppe SOAP 1.1',
  'dates-en-tete': 'répond avec les dates avant le numéro (fichier CNDA 2.04)',
  'cle-fausse': 'répond avec des clés fausses (fichier CNDA 2.08)',
} as const

export type NomMode = keyof typeof MODES

export interface Mode {
  readonly nom: NomMode
  /** Milliseconds of `lent`, code of `erreur`. */
  readonly argument: string
}

/** Modes played before any TLS: the connections open at that time must go. */
export const avantTls = ({ nom }: Mode): boolean =>
  nom === 'arret' || nom === 'coupure-avant' || nom === 'muet-tls' || nom === 'certificat-refuse'

/** Reads one typed line, `erreur insi_102` or the same in one word, `erreur:insi_102`; `fault` is an accepted synonym. */
export function lireMode(ligne: string): Result<Mode, string> {
  const [mot = '', argument = ''] = ligne.trim().split(/[\s:]+/)
  const nom = mot === 'fault' ? 'erreur' : mot
  return estMode(nom)
    ? succes({ nom, argument })
    : echec(`mode inconnu ; modes : ${Object.keys(MODES).join(', ')}`)
}

const estMode = (mot: string): mot is NomMode => Object.hasOwn(MODES, mot)
