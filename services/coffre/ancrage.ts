/** A line of the journal that existed: its number and its hash, kept where whoever edits the journal cannot reach. */
export interface Ancre {
  readonly n: number
  readonly empreinte: string
}

/** The last line of the journal known to the store, against the removal of whole last lines. */
export interface Ancrage {
  lire(): Promise<Ancre | null>
  /** Remembers a line; never goes back to an earlier one. */
  poser(ancre: Ancre): Promise<void>
}
