/** One answer of INSi, as received: `brut` is the whole XML, returned byte for byte. Source: guide INS v3.0, traceability. */
export interface ReponseConservee {
  readonly appelId: string
  readonly admissionId: string
  readonly messageId: string
  /** Instant of reception, ISO 8601 UTC. */
  readonly recueLe: string
  readonly brut: string
}

interface LectureReponsesInsi {
  parAppel(appelId: string): Promise<ReponseConservee | null>
}

export interface DepotReponsesInsi extends LectureReponsesInsi {
  /** Keeps an answer of a saved admission; a second answer for one call is a bug, since evidence is never overwritten. */
  conserver(reponse: ReponseConservee): Promise<void>
}
