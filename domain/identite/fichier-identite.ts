import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import { forcentProvisoire, lireAttributs, type Attributs } from './attributs.ts'
import { lireJour, type Jour } from './date-naissance.ts'
import type { FaitInsi, Identite } from './identite.ts'
import { lireLieu } from './lieu-naissance.ts'
import { estOidIns, parseMatriculeIns } from './matricule.ts'
import { lireNom, lirePrenoms } from './nom.ts'
import { typePiece, type PieceVue } from './piece.ts'
import { estPremierPrenomDe } from './premier-prenom.ts'
import { lireSexe } from './sexe.ts'

type Champs = Readonly<Record<string, unknown>>
type Lecture<T> = Result<T, readonly Refus[]>

const CHAMPS = [
  'nomNaissance',
  'prenomsNaissance',
  'premierPrenom',
  'sexe',
  'dateNaissance',
  'lieuNaissance',
  'nomUtilise',
  'prenomUtilise',
  'matricule',
  'oid',
  'insi',
  'piece',
  'attributs',
]

/** Reads an identity of the public exchange format, or every rule it breaks; its status is derived, never read. */
export function lireFichierIdentite(contenu: unknown, aujourdhui: Jour): Result<Identite, readonly Refus[]> {
  if (!estObjet(contenu)) return echec([refuser('identite/forme')])
  const formes = verifierChamps(contenu)
  if (formes.length > 0) return echec(formes)
  const { identite, refus } = lireChamps(contenu, aujourdhui)
  const tous = refus.length > 0 ? refus : contredit(identite)
  return tous.length > 0 ? echec(tous) : succes(identite)
}

/** Writes an identity in the public exchange format. */
export function ecrireFichierIdentite(identite: Identite): Champs {
  return {
    ...identite.traits,
    ...identite.utilises,
    matricule: identite.insi?.ins.matricule ?? null,
    oid: identite.insi?.ins.oid ?? null,
    insi: identite.insi && { date: identite.insi.date },
    piece: identite.piece,
    attributs: identite.attributs,
  }
}

function verifierChamps(contenu: Champs): readonly Refus[] {
  if ('statut' in contenu) return [refuser('identite/statut-impose', 'statut')]
  return [
    ...Object.keys(contenu).flatMap((cle) =>
      CHAMPS.includes(cle) ? [] : [refuser('identite/champ-inconnu', cle)],
    ),
    ...CHAMPS.flatMap((cle) => (cle in contenu ? [] : [refuser('identite/champ-manquant', cle)])),
  ]
}

/** Reads every field; where one is refused the identity holds a stand-in, and is worth nothing. */
function lireChamps(contenu: Champs, aujourdhui: Jour): { identite: Identite; refus: readonly Refus[] } {
  const refus: Refus[] = []
  const garder = <T>(lecture: Lecture<T>, sinon: T): T => {
    if (lecture.ok) return lecture.value
    refus.push(...lecture.error)
    return sinon
  }
  const texte = <T extends string>(champ: string, lire: LireTexte<T>, sinon: T): T =>
    garder(lireTexte(contenu[champ], champ, lire), sinon)
  const facultatif = (champ: string, lire: LireTexte<string>): string | null =>
    contenu[champ] === null ? null : texte(champ, lire, '')
  const identite: Identite = {
    traits: {
      nomNaissance: texte('nomNaissance', lireNom, ''),
      prenomsNaissance: texte('prenomsNaissance', lirePrenoms, ''),
      premierPrenom: texte('premierPrenom', lirePrenoms, ''),
      sexe: texte('sexe', lireSexe, 'I'),
      dateNaissance: texte('dateNaissance', (jour) => lireJour(jour, aujourdhui), ''),
      lieuNaissance: texte('lieuNaissance', lireLieu, ''),
    },
    utilises: {
      nomUtilise: facultatif('nomUtilise', lireNom),
      prenomUtilise: facultatif('prenomUtilise', lirePrenoms),
    },
    insi: garder(lireInsi(contenu, aujourdhui), null),
    piece: garder(lirePiece(contenu['piece'], aujourdhui), null),
    attributs: garder(lireListeAttributs(contenu['attributs']), []),
  }
  return { identite, refus }
}

type LireTexte<T extends string> = (texte: string) => Result<T, Refus>

/** A text already written as its own reader writes it. */
function lireTexte<T extends string>(valeur: unknown, champ: string, lire: LireTexte<T>): Lecture<T> {
  if (typeof valeur !== 'string') return echec([refuser('identite/forme', champ)])
  const lu = lire(valeur)
  if (!lu.ok) return echec([refuser(lu.error.code, champ)])
  return lu.value === valeur ? lu : echec([refuser('trait/non-normalise', champ)])
}

function lireInsi(contenu: Champs, aujourdhui: Jour): Lecture<FaitInsi | null> {
  const insi = contenu['insi']
  const matricule = contenu['matricule']
  const oid = contenu['oid']
  if ((matricule === null) !== (oid === null))
    return echec([refuser('matricule/incomplet', matricule === null ? 'matricule' : 'oid')])
  if (matricule === null)
    return insi === null ? succes(null) : echec([refuser('insi/sans-matricule', 'matricule')])
  const date = estObjet(insi) && typeof insi['date'] === 'string' ? lireJour(insi['date'], aujourdhui) : null
  if (date === null) return echec([refuser('matricule/sans-insi', 'insi')])
  if (!date.ok) return echec([refuser(date.error.code, 'insi.date')])
  const lu = typeof matricule === 'string' ? parseMatriculeIns(matricule) : echec(refuser('matricule/forme'))
  if (!lu.ok) return echec([refuser(lu.error.code, 'matricule')])
  if (lu.value !== matricule) return echec([refuser('matricule/forme', 'matricule')])
  if (typeof oid !== 'string' || !estOidIns(oid)) return echec([refuser('matricule/oid', 'oid')])
  return succes({ date: date.value, ins: { matricule: lu.value, oid } })
}

const CHAMPS_PIECE = ['type', 'date', 'expiration', 'probante', 'aValider']

/** A field of a document that is not known is refused: it might be what says that the document proves nothing. */
function lirePiece(piece: unknown, aujourdhui: Jour): Lecture<PieceVue | null> {
  if (piece === null) return succes(null)
  if (!estObjet(piece) || typeof piece['type'] !== 'string' || !typePiece(piece['type']))
    return echec([refuser('piece/type-inconnu', 'piece.type')])
  const inconnu = Object.keys(piece).find((cle) => !CHAMPS_PIECE.includes(cle))
  if (inconnu !== undefined) return echec([refuser('identite/champ-inconnu', `piece.${inconnu}`)])
  const { type, expiration, probante, aValider } = piece
  const date = lireJour(texteDe(piece['date']), aujourdhui)
  if (!date.ok) return echec([refuser('piece/date', 'piece.date')])
  const fin = expiration === undefined ? null : lireJour(texteDe(expiration), DERNIER_JOUR)
  if (fin?.ok === false) return echec([refuser('piece/expiration', 'piece.expiration')])
  if (probante !== undefined && typeof probante !== 'boolean')
    return echec([refuser('identite/forme', 'piece.probante')])
  if (aValider !== undefined && aValider !== true) return echec([refuser('identite/forme', 'piece.aValider')])
  return succes({
    type,
    date: date.value,
    ...(fin ? { expiration: fin.value } : {}),
    ...(probante === undefined ? {} : { probante }),
    ...(aValider === undefined ? {} : { aValider }),
  })
}

/** A text, or one that no reader accepts. */
const texteDe = (valeur: unknown): string => (typeof valeur === 'string' ? valeur : '')

/** A document may expire long after today. */
const DERNIER_JOUR = '9999-12-31'

function lireListeAttributs(attributs: unknown): Lecture<Attributs> {
  if (!Array.isArray(attributs)) return echec([refuser('attribut/inconnu', 'attributs')])
  const lus = lireAttributs(attributs.map(String))
  return lus.ok ? lus : echec([refuser(lus.error.code, 'attributs')])
}

function contredit(identite: Identite): readonly Refus[] {
  const { traits, insi, attributs } = identite
  return [
    ...(estPremierPrenomDe(traits.premierPrenom, traits.prenomsNaissance)
      ? []
      : [refuser('premier-prenom/incoherent', 'premierPrenom')]),
    ...(insi !== null && forcentProvisoire(attributs)
      ? [refuser('attribut/insi-interdit', 'attributs')]
      : []),
    ...(insi !== null && traits.sexe === 'I' ? [refuser('insi/sexe-indetermine', 'sexe')] : []),
  ]
}

const estObjet = (valeur: unknown): valeur is Champs =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
