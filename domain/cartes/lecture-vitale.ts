/** One person of a Carte Vitale. A card proves nothing: these values only prefill. Source: cardpeek vitale_2, api_lec. */
export interface Beneficiaire {
  readonly nomNaissance: string
  readonly nomUsuel: string | null
  readonly prenoms: string
  /** `AAAA-MM-JJ` as on the card; it may be a lunar date, absent from the calendar. */
  readonly dateNaissance: string
  readonly rang: number
  /** The person's own number when the card certifies it; never deduced from the insured's. */
  readonly matricule: string | null
  /** Number of the insured person of the family. */
  readonly nirAssure: string
}

/** A whole, successful reading; a partial one never exists as a value. */
export interface LectureVitale {
  readonly lecteur: string
  /** Serial of the card when readable, to detect a swap. */
  readonly serie: string | null
  readonly beneficiaires: readonly Beneficiaire[]
}
