import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'

/** An HTTP answer as received; `contentType` is empty when the server gave none. */
export interface ReponseHttp {
  readonly statut: number
  readonly contentType: string
  readonly corps: Uint8Array
}

/** Carries one envelope and brings its answer back; every failure of the network or of TLS is a refusal. */
export interface TransportInsi {
  /** Posts once: never redirected, never sent again. `action` is the wsa:Action of the envelope. */
  post(enveloppe: string, action: string, signal?: AbortSignal): Promise<Result<ReponseHttp, Refus>>
  /** Closes the idle connections. */
  close(): void
}
