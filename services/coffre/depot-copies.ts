/** The key of one page, and the admission it belongs to. */
export interface CleCopie {
  readonly id: string
  readonly admissionId: string
  /** 32 random bytes, used for this page alone. */
  readonly cle: Uint8Array
}

interface LectureCopies {
  /** The key of a page, null once it was erased; the caller erases its copy. */
  cle(id: string): Promise<Uint8Array | null>
  /** The pages of patients last seen before this day, `AAAA-MM-JJ`. */
  echues(jour: string): Promise<readonly string[]>
  toutes(): Promise<readonly string[]>
}

/** The keys of the copies: whoever has not this store reads none, and a key forgotten makes its page noise for ever. */
export interface DepotCopies extends LectureCopies {
  /** Keeps the keys of a saved admission, all or none. */
  conserver(cles: readonly CleCopie[]): Promise<void>
  /** Forgets these keys, in the file and in what it was written ahead to. */
  oublier(ids: readonly string[]): Promise<void>
}
