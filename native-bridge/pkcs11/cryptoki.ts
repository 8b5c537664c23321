import type { Result } from '#domain/result.ts'

/** Numeric outcome of a PKCS#11 call (CK_RV); 0 is success. */
export type CodeCkr = number

/** Codes the card layer itself decides upon; every other one only matters through its refusal. Source: PKCS#11 v2.40. */
export const CKR = {
  OK: 0x000,
  CANT_LOCK: 0x00a,
  DEVICE_ERROR: 0x030,
  PIN_INCORRECT: 0x0a0,
  PIN_LOCKED: 0x0a4,
  TOKEN_NOT_RECOGNIZED: 0x0e1,
  CRYPTOKI_ALREADY_INITIALIZED: 0x191,
} as const

export const CKA = { CLASS: 0x000, LABEL: 0x003, VALUE: 0x011, ID: 0x102 } as const
export const CKO = { CERTIFICATE: 1, PRIVATE_KEY: 3 } as const

/** RSA PKCS#1 v1.5 over a DigestInfo made here: the only mechanism both keys of a CPS3 accept (measured with Cryptolib 5.2). */
export const CKM_RSA_PKCS = 0x001

export const CKF_TOKEN = {
  INITIALIZED: 0x00000400,
  PIN_COUNT_LOW: 0x00010000,
  PIN_FINAL_TRY: 0x00020000,
  PIN_LOCKED: 0x00040000,
} as const

/** A number the library gave: slot, session or object. */
export type Poignee = number | bigint

export interface InfoJeton {
  readonly etiquette: string
  readonly serie: string
  readonly drapeaux: number
  /** Shortest and longest PIN, in bytes. */
  readonly codeMin: number
  readonly codeMax: number
}

/** One criterion of a search of objects. */
export interface Attribut {
  readonly type: number
  readonly valeur: Uint8Array | number
}

type Reponse<T> = Promise<Result<T, CodeCkr>>

/** PKCS#11 as the card layer uses it: each call runs off the event loop and answers the numeric code when it fails. */
export interface Cryptoki {
  initialize(): Reponse<void>
  finalize(): Reponse<void>
  /** Version of the library itself, `5.2`. */
  libraryVersion(): Reponse<string>
  /** Slots that hold a token. */
  slots(): Reponse<readonly Poignee[]>
  tokenInfo(slot: Poignee): Reponse<InfoJeton>
  /** Opens a read-only session. */
  openSession(slot: Poignee): Reponse<Poignee>
  /** Ends every session of the slot, and the login with them. */
  closeSessions(slot: Poignee): Reponse<void>
  login(session: Poignee, code: Uint8Array): Reponse<void>
  logout(session: Poignee): Reponse<void>
  /** Objects of the token that satisfy every criterion. */
  find(session: Poignee, criteres: readonly Attribut[]): Reponse<readonly Poignee[]>
  attribute(session: Poignee, objet: Poignee, type: number): Reponse<Uint8Array>
  /** Signs in one go with `CKM_RSA_PKCS`. */
  sign(session: Poignee, cle: Poignee, donnees: Uint8Array): Reponse<Uint8Array>
}
