/** One number returned by INSi, as returned: thirteen characters, its key, its OID. Source: INSi_RESULTAT_INS.xsd. */
export interface NumeroInsi {
  readonly numero: string
  readonly cle: string
  readonly oid: string
  readonly dateDebut: string | null
  readonly dateFin: string | null
}

/** Traits returned by INSi, kept byte for byte; dates stay text because INSi may answer lunar dates. */
export interface TraitsInsi {
  readonly nomNaissance: string
  readonly prenomsNaissance: string
  readonly sexe: string
  readonly dateNaissance: string
  readonly lieuNaissance: string
}

/** Codes that do not refuse an answer but must be shown beside it. */
export type AvertissementInsi = 'cle-fausse' | 'oid-inconnu' | 'lieu-absent'

/** The person INSi found. */
export interface IdentiteInsi {
  readonly actif: NumeroInsi
  readonly historique: readonly NumeroInsi[]
  readonly traits: TraitsInsi
  readonly avertissements: readonly AvertissementInsi[]
}

/** A business answer: 00 one identity, 01 none, 02 several. Anything else is a refusal. */
export type ReponseInsi =
  | { readonly codeCR: '00'; readonly identite: IdentiteInsi }
  | { readonly codeCR: '01' }
  | { readonly codeCR: '02' }

/** An answer with the identifier of the exchange (wsa:MessageID), for the journal and the technical details. */
export interface EchangeInsi {
  readonly messageId: string
  readonly reponse: ReponseInsi
}
