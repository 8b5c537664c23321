import { createRequire } from 'node:module'

/** What the store uses of better-sqlite3, whose package hides its own types from ES modules. Source: its docs/api.md. */
export interface Database {
  /** Gives the key; zero when SQLite took it. */
  key(key: Buffer): number
  pragma(source: string, options?: { readonly simple: boolean }): unknown
  prepare(sql: string): Statement
  close(): void
}

interface Statement {
  readonly reader: boolean
  all(parameters: readonly unknown[]): unknown[]
  run(parameters: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint }
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>
}

interface Driver {
  new (file: string, options: { readonly fileMustExist: boolean; readonly timeout: number }): Database
  readonly SqliteError: new (message: string, code: string) => Error & { readonly code: string }
}

const require = createRequire(import.meta.url)
const driver = require('better-sqlite3-multiple-ciphers') as Driver

export const { SqliteError } = driver

/** Opens an existing file, waiting at most this long, in milliseconds, for another program to leave it. */
export const openDatabase = (file: string, timeout: number): Database =>
  new driver(file, { fileMustExist: true, timeout })
