import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely'
import { openDatabase, type Database } from './driver.ts'
import { garder } from './erreurs-sqlite.ts'

const ATTENTE_MS = 2000

/**
 * Opens the SQLCipher 4 file with a raw 32-byte key; throws SQLite's own error when it cannot.
 * WAL with a full sync: a kept promise survives kill -9 and power cuts. Exclusive: one program owns the store.
 */
export function ouvrirConnexion(file: string, key: Uint8Array): Database {
  const db = openDatabase(file, ATTENTE_MS)
  try {
    db.pragma(`cipher = 'sqlcipher'`)
    db.pragma('legacy = 4')
    poserCle(db, key)
    db.pragma('temp_store = MEMORY') // no temporary file, which would not be encrypted
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('secure_delete = ON')
    db.pragma('foreign_keys = ON')
    return db
  } catch (erreur) {
    db.close()
    throw erreur
  }
}

/** Kysely over the connection, with SQLite's failures named. */
export const requetesSur = <T>(db: Database): Kysely<T> =>
  new Kysely<T>({ dialect: new SqliteDialect({ database: gardee(db) }) })

/** Gives the key as bytes, never as text: a string could not be erased. */
function poserCle(db: Database, key: Uint8Array): void {
  const brute = Buffer.concat([Buffer.from('raw:'), key])
  db.key(brute)
  brute.fill(0)
}

function gardee(db: Database): SqliteDatabase {
  return {
    close: () => db.close(),
    prepare(sql) {
      const requete = garder(() => db.prepare(sql))
      return {
        reader: requete.reader,
        all: (parametres) => garder(() => requete.all(parametres)),
        run: (parametres) => garder(() => requete.run(parametres)),
        iterate: (parametres) => requete.iterate(parametres),
      }
    },
  }
}
