/** Who pays for a person, as the card says. Source: CNAM, API de lecture Vitale, `amo`. */
export interface RegimeVitale {
  readonly code: string
  readonly caisse: string | null
  readonly centre: string | null
  readonly codeGestion: string | null
}

/** One person of a Carte Vitale. A card proves nothing: these values only prefill. Source: cardpeek vitale_2, api_lec. */
export interface Beneficiaire {
  readonly nomNaissance: string
  readonly nomUsuel: string | null
  readonly prenoms: string
  /** `AAAA-MM-JJ` as on the card; it may be a lunar date, absent from the calendar, or `..AA-MM-JJ` when the card does not say the century. */
  readonly dateNaissance: string
  readonly rang: number
  /** The person's own number when the card certifies it; never deduced from the insured's. */
  readonly matricule: string | null
  /** Number of the insured person of the family. */
  readonly nirAssure: string
  /** Null when the card was read without the official API, which alone gives it. */
  readonly regime: RegimeVitale | null
}

/** A whole, successful reading; a partial one never exists as a value. */
export interface LectureVitale {
  readonly lecteur: string
  /** What the card is, now that it was read. */
  readonly carte: 'vitale1' | 'vitale2'
  /** Serial of the card when readable, to detect a swap. */
  readonly serie: string | null
  readonly beneficiaires: readonly Beneficiaire[]
}
