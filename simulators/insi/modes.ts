import { echec, succes, type Result } from '#domain/result.ts'

/** How the simulator behaves until told otherwise; each word is what a person types. */
export const MODES = {
  normal: 'répond selon les traits',
  // Before TLS.
  arret: 'le service est arrêté, la connexion est refusée',
  'coupure-avant': 'la connexion est coupée dès son ouverture',
  'muet-tls': 'la connexion s’ouvre, rien ne vient',
  'certificat-refuse': 'le certificat client est refusé par une alerte TLS',
  'tls-version': 'la version de TLS est refusée par une alerte',
  // The certificate shown.
  'serveur-inconnu': 'présente un certificat d’une autre autorité',
  'serveur-autre-nom': 'présente un certificat à un autre nom',
  'serveur-perime': 'présente un certificat périmé',
  // Once the request is there.
  'coupure-apres': 'la connexion est coupée une fois la requête reçue',
  'coupure-pendant': 'coupe la connexion au milieu de la réponse',
  muet: 'la requête est reçue, la réponse ne vient jamais',
  lent: 'répond après un délai en millisecondes (3000 sans autre indication)',
  goutte: 'répond octet par octet, un toutes les tant de millisecondes (100 sans autre indication)',
  hasard: 'tant d’appels sur cent échouent, au hasard et de toutes les façons (20 sans autre indication)',
  // Faults, and what is not SOAP.
  erreur: 'répond l’erreur INSi du code donné (insi_102, desir_1020, desir_550, desir_560, siram_40…)',
  severite:
    'répond insi_102 avec la sévérité donnée, dans l’énumération ou non (« fatal » sans autre indication)',
  'erreur-sans-xml': 'répond HTTP 500 sans XML',
  html: 'répond une page HTML, comme un mandataire',
  indisponible: 'répond HTTP 503 en HTML',
  redirection: 'redirige vers une autre adresse',
  // Hostile answers.
  tronque: 'répond un XML coupé au milieu',
  doctype: 'répond avec un DOCTYPE',
  entites: 'répond avec des entités qui se développent l’une l’autre',
  'entite-inconnue': 'répond avec une entité que rien ne déclare',
  'espace-faux': 'répond dans un autre espace de noms',
  soap11: 'répond une enveloppe SOAP 1.1',
  'deux-corps': 'répond deux résultats dans un seul corps',
  enorme: 'répond plus de 256 Kio',
  // Shapes of the past, all to be understood.
  prefixes: 'répond sous un préfixe différent à chaque profondeur',
  ordre: 'répond avec tous les éléments dans l’ordre inverse',
  'dates-en-tete': 'répond avec les dates avant le numéro (fichier CNDA 2.04)',
  'dates-inversees': 'répond un historique qui commence après sa fin (ECETINSI, en recette)',
  'cle-fausse': 'répond avec des clés fausses (fichier CNDA 2.08)',
  'sans-historique': 'répond sans historique',
  'historique-multiple': 'répond plusieurs anciens numéros, et le numéro actif parmi eux (fichier CNDA 2.08)',
  'sans-prenom': 'répond la liste des prénoms sans le premier prénom, comme depuis 2022',
  'avec-prenom': 'répond le premier prénom à côté de la liste, comme avant 2022',
} as const

export type NomMode = keyof typeof MODES

export interface Mode {
  readonly nom: NomMode
  /** Milliseconds of `lent` and `goutte`, percentage of `hasard`, code of `erreur`, word of `severite`; else empty. */
  readonly argument: string
}

/** Certificates the server may show instead of its own. */
export type FauxServeur = Extract<NomMode, `serveur-${string}`>

const AVANT_TLS: ReadonlySet<NomMode> = new Set<NomMode>([
  'arret',
  'coupure-avant',
  'muet-tls',
  'certificat-refuse',
  'tls-version',
])

export const estFauxServeur = (nom: NomMode): nom is FauxServeur => nom.startsWith('serveur-')

/** Modes played before the request is sent: the connections open at that time must go. */
export const avantEnvoi = ({ nom }: Mode): boolean => AVANT_TLS.has(nom) || estFauxServeur(nom)

/** What may happen to one call when calls fail at random: cut, refused, garbled; never left waiting. */
const PANNES_AU_HASARD: readonly Mode[] = (
  [
    'coupure-apres',
    'coupure-pendant',
    'erreur',
    'erreur-sans-xml',
    'indisponible',
    'html',
    'tronque',
  ] as const
).map((nom) => ({ nom, argument: '' }))

/** The mode of one call: itself, or what `hasard` draws for this one; `tirage` is in [0, 1[. */
export function tirerMode(mode: Mode, tirage: () => number): Mode {
  if (mode.nom !== 'hasard') return mode
  const echoue = tirage() * 100 < nombreDe(mode, 20)
  return (echoue && PANNES_AU_HASARD[Math.floor(tirage() * PANNES_AU_HASARD.length)]) || NORMAL
}

export const NORMAL: Mode = { nom: 'normal', argument: '' }

/** The number a mode was given, or what it means without one. */
export const nombreDe = ({ argument }: Mode, defaut: number): number =>
  argument === '' ? defaut : Number(argument)

/** What an argument may be; the modes that are not here take none. */
const ARGUMENTS: Partial<Record<NomMode, RegExp>> = {
  lent: /^\d{0,5}$/,
  goutte: /^\d{0,5}$/,
  hasard: /^(?:|\d{1,2}|100)$/,
  erreur: /^\w{0,40}$/,
  severite: /^\w{0,40}$/,
}

/** Reads one typed line, `erreur insi_102` or the same in one word, `erreur:insi_102`; `fault` is an accepted synonym. */
export function lireMode(ligne: string): Result<Mode, string> {
  const [mot = '', argument = '', ...reste] = ligne.trim().split(/[\s:]+/)
  const nom = mot === 'fault' ? 'erreur' : mot
  if (!estMode(nom)) return echec(`mode inconnu ; modes : ${Object.keys(MODES).join(', ')}`)
  const admis = ARGUMENTS[nom] ?? /^$/
  return reste.length === 0 && admis.test(argument)
    ? succes({ nom, argument })
    : echec(`argument refusé ; ${nom} : ${MODES[nom]}`)
}

const estMode = (mot: string): mot is NomMode => Object.hasOwn(MODES, mot)
