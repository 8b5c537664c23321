import type { EtatCartes, EtatLecteur, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import type { Beneficiaire, LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import { estCodeRefus, refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Demande, Nouvelle } from './messages.ts'

/** Reads a request received by the card process; null for anything else. */
export function readDemande(message: unknown): Demande | null {
  const champs = record(message)
  const numero = integer(champs?.['numero'])
  const type = champs?.['type']
  if (numero === null) return null
  return type === 'lireVitale' || type === 'annuler' ? { type, numero } : null
}

/** Reads what the card process says; null for anything else. A native library runs over there: nothing from it is trusted. */
export function readNouvelle(message: unknown): Nouvelle | null {
  const champs = record(message)
  switch (champs?.['type']) {
    case 'battement':
      return { type: 'battement' }
    case 'etat': {
      const etat = readEtat(champs['etat'])
      return etat && { type: 'etat', etat }
    }
    case 'lecture': {
      const numero = integer(champs['numero'])
      // Somebody waits for this number: what cannot be read is a refusal, not a silence.
      const resultat = readResultat(champs['resultat']) ?? echec(refuser('cartes/anomalie'))
      return numero === null ? null : { type: 'lecture', numero, resultat }
    }
    default:
      return null
  }
}

function readResultat(valeur: unknown): Result<LectureVitale, Refus> | null {
  const champs = record(valeur)
  if (champs?.['ok'] === true) {
    const lecture = readLecture(champs['value'])
    return lecture && succes(lecture)
  }
  const refus = champs?.['ok'] === false ? record(champs['error']) : null
  const code = codeRefus(refus?.['code'])
  return code && echec(refuser(code, text(refus?.['champ']) ?? undefined))
}

function readEtat(valeur: unknown): EtatCartes | null {
  const champs = record(valeur)
  const lecteurs = list(champs?.['lecteurs'], readLecteur)
  const refus = champs?.['refus'] === null ? null : codeRefus(champs?.['refus'])
  if (!lecteurs || (refus === null && champs?.['refus'] !== null)) return null
  return { lecteurs, refus }
}

const GENRES: ReadonlySet<unknown> = new Set<GenreCarte>([
  'vitale2',
  'vitale1',
  'cps3',
  'cps3-sans-contact',
  'cps4',
  'agent-cnam',
  'inconnue',
])

const estGenre = (valeur: unknown): valeur is GenreCarte => GENRES.has(valeur)

function readLecteur(valeur: unknown): EtatLecteur | null {
  const champs = record(valeur)
  const nom = text(champs?.['nom'])
  const presence = integer(champs?.['presence'])
  const muette = champs?.['muette']
  const carte = champs?.['carte']
  if (nom === null || presence === null || typeof muette !== 'boolean') return null
  if (carte !== null && !estGenre(carte)) return null
  return { nom, carte, muette, presence }
}

function readLecture(valeur: unknown): LectureVitale | null {
  const champs = record(valeur)
  const lecteur = text(champs?.['lecteur'])
  const serie = textOrNull(champs?.['serie'])
  const beneficiaires = list(champs?.['beneficiaires'], readBeneficiaire)
  if (lecteur === null || serie === undefined || !beneficiaires || beneficiaires.length === 0) return null
  return { lecteur, serie, beneficiaires }
}

function readBeneficiaire(valeur: unknown): Beneficiaire | null {
  const champs = record(valeur)
  const nomNaissance = text(champs?.['nomNaissance'])
  const prenoms = text(champs?.['prenoms'])
  const dateNaissance = text(champs?.['dateNaissance'])
  const nirAssure = text(champs?.['nirAssure'])
  const rang = integer(champs?.['rang'])
  const nomUsuel = textOrNull(champs?.['nomUsuel'])
  const matricule = textOrNull(champs?.['matricule'])
  if (nomNaissance === null || prenoms === null || dateNaissance === null || nirAssure === null) return null
  if (rang === null || nomUsuel === undefined || matricule === undefined) return null
  return { nomNaissance, nomUsuel, prenoms, dateNaissance, rang, matricule, nirAssure }
}

const record = (valeur: unknown): Readonly<Record<string, unknown>> | null =>
  typeof valeur === 'object' && valeur !== null ? (valeur as Record<string, unknown>) : null

/** Longer than any reader's name or trait of a card, and more than its readers or persons. */
const LONGUEUR_MAX = 500
const NOMBRE_MAX = 64

const text = (valeur: unknown): string | null =>
  typeof valeur === 'string' && valeur.length <= LONGUEUR_MAX ? valeur : null

const textOrNull = (valeur: unknown): string | null | undefined =>
  valeur === null ? null : (text(valeur) ?? undefined)

const integer = (valeur: unknown): number | null =>
  typeof valeur === 'number' && Number.isSafeInteger(valeur) ? valeur : null

const codeRefus = (valeur: unknown): CodeRefus | null =>
  typeof valeur === 'string' && estCodeRefus(valeur) ? valeur : null

/** Every item of a list, or null when one of them cannot be read. */
function list<T>(valeur: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(valeur) || valeur.length > NOMBRE_MAX) return null
  const lus = valeur.map(read).filter((lu) => lu !== null)
  return lus.length === valeur.length ? lus : null
}
