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
  const lectures = lireChamps(contenu, aujourdhui)
  const refus = Object.values(lectures).flatMap((lu) => (lu.ok ? [] : lu.error))
  if (refus.length > 0) return echec(refus)
  const identite = assembler(lectures)
  const contradictions = contredit(identite)
  return contradictions.length > 0 ? echec(contradictions) : succes(identite)
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

function lireChamps(contenu: Champs, aujourdhui: Jour) {
  const texte = (champ: string, lire: (texte: string) => Result<string, Refus>): Lecture<string> => {
    const valeur = contenu[champ]
    if (typeof valeur !== 'string') return echec([refuser('identite/forme', champ)])
    const lu = lire(valeur)
    if (!lu.ok) return echec([refuser(lu.error.code, champ)])
    return lu.value === valeur ? lu : echec([refuser('trait/non-normalise', champ)])
  }
  const facultatif = (
    champ: string,
    lire: (texte: string) => Result<string, Refus>,
  ): Lecture<string | null> => (contenu[champ] === null ? succes(null) : texte(champ, lire))
  return {
    nomNaissance: texte('nomNaissance', lireNom),
    prenomsNaissance: texte('prenomsNaissance', lirePrenoms),
    premierPrenom: texte('premierPrenom', lirePrenoms),
    sexe: texte('sexe', lireSexe),
    dateNaissance: texte('dateNaissance', (jour) => lireJour(jour, aujourdhui)),
    lieuNaissance: texte('lieuNaissance', lireLieu),
    nomUtilise: facultatif('nomUtilise', lireNom),
    prenomUtilise: facultatif('prenomUtilise', lirePrenoms),
    insi: lireInsi(contenu, aujourdhui),
    piece: lirePiece(contenu['piece'], aujourdhui),
    attributs: lireListeAttributs(contenu['attributs']),
  }
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

function lirePiece(piece: unknown, aujourdhui: Jour): Lecture<PieceVue | null> {
  if (piece === null) return succes(null)
  if (!estObjet(piece) || typeof piece['type'] !== 'string' || !typePiece(piece['type']))
    return echec([refuser('piece/type-inconnu', 'piece.type')])
  const date = typeof piece['date'] === 'string' ? lireJour(piece['date'], aujourdhui) : null
  return date?.ok
    ? succes({ type: piece['type'], date: date.value })
    : echec([refuser('piece/date', 'piece.date')])
}

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

type Lues = ReturnType<typeof lireChamps>

function assembler(lues: Lues): Identite {
  return {
    traits: {
      nomNaissance: valeur(lues.nomNaissance),
      prenomsNaissance: valeur(lues.prenomsNaissance),
      premierPrenom: valeur(lues.premierPrenom),
      sexe: valeur(lues.sexe) as Identite['traits']['sexe'],
      dateNaissance: valeur(lues.dateNaissance),
      lieuNaissance: valeur(lues.lieuNaissance),
    },
    utilises: { nomUtilise: valeur(lues.nomUtilise), prenomUtilise: valeur(lues.prenomUtilise) },
    insi: valeur(lues.insi),
    piece: valeur(lues.piece),
    attributs: valeur(lues.attributs),
  }
}

/** Only called once every reading succeeded. */
function valeur<T>(lecture: Lecture<T>): T {
  if (!lecture.ok) throw new Error('identity assembled from a refused field')
  return lecture.value
}

const estObjet = (valeur: unknown): valeur is Champs =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
