import type { Bibliotheque } from '#domain/cartes/bibliotheque.ts'
import type { EtatCartes, EtatLecteur, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import type { Beneficiaire, LectureVitale, RegimeVitale } from '#domain/cartes/lecture-vitale.ts'
import { codeRefus, integer, list, oneOf, record, result, text, textOrNull } from './fields.ts'
import type { Demande, Nouvelle } from './messages.ts'
import { readDemandeCpx, readEtatCpx, readSignature } from './read-cpx.ts'

/** Reads a request received by the card process; null for anything else. */
export function readDemande(message: unknown): Demande | null {
  const champs = record(message)
  const numero = integer(champs?.['numero'])
  const type = oneOf(champs?.['type'], ['lireVitale', 'inventorier', 'annuler'])
  if (!champs || numero === null) return null
  if (type === 'lireVitale') return { type, numero, lecteur: text(champs['lecteur']) }
  return type === null ? readDemandeCpx(champs, numero) : { type, numero }
}

/** Reads what the card process says; null for anything else. A native library runs over there: nothing from it is trusted. */
export function readNouvelle(message: unknown): Nouvelle | null {
  const champs = record(message)
  const numero = integer(champs?.['numero'])
  switch (champs?.['type']) {
    case 'battement':
      return { type: 'battement' }
    case 'etat': {
      const etat = readEtat(champs['etat'])
      return etat && { type: 'etat', etat }
    }
    case 'cpx': {
      const etat = readEtatCpx(champs['etat'])
      return etat && { type: 'cpx', etat }
    }
    case 'lecture':
      return numero === null
        ? null
        : { type: 'lecture', numero, resultat: result(champs['resultat'], readLecture) }
    case 'inventaire':
      return numero === null
        ? null
        : { type: 'inventaire', numero, resultat: result(champs['resultat'], readInventaire) }
    case 'reponseCpx':
      return numero === null
        ? null
        : { type: 'reponseCpx', numero, resultat: result(champs['resultat'], readSignature) }
    default:
      return null
  }
}

function readEtat(valeur: unknown): EtatCartes | null {
  const champs = record(valeur)
  const lecteurs = list(champs?.['lecteurs'], readLecteur)
  const refus = champs?.['refus'] === null ? null : codeRefus(champs?.['refus'])
  if (!lecteurs || (refus === null && champs?.['refus'] !== null)) return null
  return { lecteurs, refus }
}

const readInventaire = (valeur: unknown): readonly Bibliotheque[] | null => list(valeur, readBibliotheque)

function readBibliotheque(valeur: unknown): Bibliotheque | null {
  const champs = record(valeur)
  const nom = oneOf(champs?.['nom'], ['pcsc', 'koffi', 'cryptolib', 'apilec'])
  const chemin = textOrNull(champs?.['chemin'])
  const version = textOrNull(champs?.['version'])
  if (nom === null || chemin === undefined || version === undefined) return null
  return { nom, chemin, version, refus: codeRefus(champs?.['refus']) }
}

const GENRES: readonly GenreCarte[] = [
  'vitale2',
  'vitale1',
  'cps3',
  'cps3-sans-contact',
  'cps4',
  'agent-cnam',
  'inconnue',
]

function readLecteur(valeur: unknown): EtatLecteur | null {
  const champs = record(valeur)
  const nom = text(champs?.['nom'])
  const presence = integer(champs?.['presence'])
  const muette = champs?.['muette']
  const carte = oneOf(champs?.['carte'], GENRES)
  if (nom === null || presence === null || typeof muette !== 'boolean') return null
  if (carte === null && champs?.['carte'] !== null) return null
  return { nom, carte, muette, presence }
}

function readLecture(valeur: unknown): LectureVitale | null {
  const champs = record(valeur)
  const lecteur = text(champs?.['lecteur'])
  const carte = oneOf(champs?.['carte'], ['vitale1', 'vitale2'])
  const serie = textOrNull(champs?.['serie'])
  const beneficiaires = list(champs?.['beneficiaires'], readBeneficiaire)
  if (lecteur === null || carte === null || serie === undefined) return null
  if (!beneficiaires || beneficiaires.length === 0) return null
  return { lecteur, carte, serie, beneficiaires }
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
  const regime = readRegime(champs?.['regime'])
  if (nomNaissance === null || prenoms === null || dateNaissance === null || nirAssure === null) return null
  if (rang === null || nomUsuel === undefined || matricule === undefined || regime === undefined) return null
  return { nomNaissance, nomUsuel, prenoms, dateNaissance, rang, matricule, nirAssure, regime }
}

/** Undefined for what is neither a regime nor null. */
function readRegime(valeur: unknown): RegimeVitale | null | undefined {
  if (valeur === null) return null
  const champs = record(valeur)
  const code = text(champs?.['code'])
  const [caisse, centre, codeGestion] = (['caisse', 'centre', 'codeGestion'] as const).map((nom) =>
    textOrNull(champs?.[nom]),
  )
  if (code === null || caisse === undefined || centre === undefined || codeGestion === undefined)
    return undefined
  return { code, caisse, centre, codeGestion }
}
