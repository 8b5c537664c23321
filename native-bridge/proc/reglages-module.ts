import type { ReglagesApilec } from '../cards/vitale/apilec/fournisseur-apilec.ts'

/** What the card process is told at each start. */
export interface ReglagesModule {
  /** Presence numbers start above this one. */
  readonly presenceInitiale: number
  readonly battementMs: number
  /** Another PC/SC library than the system's. */
  readonly pcsc?: string
  /** Another PKCS#11 library for CPx than the installed Cryptolib. */
  readonly cryptolib?: string
  /** The official API reads Vitales; without it, their published file map does. */
  readonly apilec?: ReglagesApilec
}
