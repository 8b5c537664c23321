import { closeSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Coffre } from '../coffre.ts'
import { DefautStockage } from '../defaut-stockage.ts'
import { syncDossier } from '../sync-dossier.ts'
import { admissionsSqlite } from './admissions-sqlite.ts'
import { ancrageSqlite } from './ancrage-sqlite.ts'
import { attentesSqlite } from './attentes-sqlite.ts'
import { compteursSqlite } from './compteurs-sqlite.ts'
import { copiesSqlite } from './copies-sqlite.ts'
import { differesSqlite } from './differes-sqlite.ts'
import { ouvrirConnexion, requetesSur } from './connexion.ts'
import type { Database } from './driver.ts'
import { estIndechiffrable, refusDe } from './erreurs-sqlite.ts'
import { marqueSqlite } from './marque-sqlite.ts'
import { migrer } from './migrate.ts'
import { cleReconnue } from './page-authentique.ts'
import { patientsSqlite } from './patients-sqlite.ts'
import { reponsesInsiSqlite } from './reponses-insi-sqlite.ts'
import type { SchemaCoffre } from './schema.ts'

export interface OuvertureCoffre {
  readonly file: string
  /** Raw key of 32 bytes; the caller erases its own copy when it no longer needs it. */
  readonly key: Uint8Array
  /** Makes the store when there is none; otherwise a missing or empty file is refused, never silently replaced. */
  readonly creer?: boolean
}

/** Opens the encrypted store, up to date, or refuses with the `coffre/…` reason. */
export async function openCoffre({
  file,
  key,
  creer = false,
}: OuvertureCoffre): Promise<Result<Coffre, Refus>> {
  if (key.length !== 32) throw new RangeError('The key of the store has 32 bytes.')
  const present = presenter(file, creer)
  if (!present.ok) return present
  const connexion = connecter(file, key)
  if (!connexion.ok) return connexion
  return preparer(connexion.value)
}

/** Tells a store that is there from one to make; an empty file is what is left of a store, not a new one. */
function presenter(file: string, creer: boolean): Result<null, Refus> {
  try {
    if (creer) {
      closeSync(openSync(file, 'a', 0o600)) // SQLite gives its own files the rights of this one
      syncDossier(dirname(file))
    } else if (statSync(file).size === 0) return echec(refuser('coffre/illisible'))
    return succes(null)
  } catch {
    return echec(refuser(creer ? 'coffre/ecriture' : 'coffre/absent'))
  }
}

function connecter(file: string, key: Uint8Array): Result<Database, Refus> {
  try {
    return succes(ouvrirConnexion(file, key))
  } catch (erreur) {
    if (estIndechiffrable(erreur) && !cleReconnue(file, key)) return echec(refuser('coffre/cle'))
    const refus = refusDe(erreur)
    if (!refus) throw erreur
    return echec(refus)
  }
}

async function preparer(db: Database): Promise<Result<Coffre, Refus>> {
  try {
    const verdict = verifier(db, 'quick_check')
    const migre = verdict.ok ? await migrer(requetesSur(db)) : verdict
    if (migre.ok) return succes(coffreSur(db))
    db.close()
    return migre
  } catch (erreur) {
    db.close()
    if (erreur instanceof DefautStockage) return echec(erreur.refus)
    throw erreur
  }
}

function coffreSur(db: Database): Coffre {
  const requetes = requetesSur<SchemaCoffre>(db)
  return {
    admissions: admissionsSqlite(requetes),
    reponsesInsi: reponsesInsiSqlite(requetes),
    compteurs: compteursSqlite(requetes),
    patients: patientsSqlite(requetes),
    attentes: attentesSqlite(requetes),
    differes: differesSqlite(requetes),
    copies: copiesSqlite(requetes),
    marque: marqueSqlite(requetes),
    ancrage: ancrageSqlite(requetes),
    verifier: async () => verifier(db, 'integrity_check'),
    close: async () => db.close(),
  }
}

/** Reads every page, each authenticated by its HMAC, and checks the trees; the full check also compares the indexes. */
function verifier(db: Database, controle: 'quick_check' | 'integrity_check'): Result<null, Refus> {
  try {
    const verdict = db.pragma(`${controle}(1)`, { simple: true })
    return verdict === 'ok' ? succes(null) : echec(refuser('coffre/illisible'))
  } catch (erreur) {
    const refus = refusDe(erreur)
    if (!refus) throw erreur
    return echec(refus)
  }
}
