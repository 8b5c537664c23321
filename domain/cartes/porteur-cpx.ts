/** Type of a professional card. Source: ANS, table G02 (certificate extension 1.2.250.1.71.1.2.2). */
export type TypeCpx = 'CPS' | 'CPF' | 'CDE-CPE' | 'CDA-CPA' | 'CPX'

/** Directory a national identifier belongs to. Source: ANS, table G08. */
export type AnnuaireIdNat = 'adeli' | 'finess' | 'siren' | 'siret' | 'cabinet-rpps' | 'rpps' | 'inconnu'

/** Holder of a CPx, as the signature certificate of the card names him. */
export interface PorteurCpx {
  /** National identifier, the CN of the certificate: `8` + RPPS, `0` + ADELI, `3` + FINESS/register… */
  readonly idNat: string
  readonly annuaire: AnnuaireIdNat
  /** Null on a card that names a job and not a person. */
  readonly nom: string | null
  readonly prenom: string | null
  /** Profession in words, then its code (table G15), when the certificate gives them. */
  readonly profession: string | null
  readonly codeProfession: string | null
  /** Structure of an employee's card: `1` + FINESS, `2` + SIREN, `3` + SIRET. */
  readonly structure: string | null
  /** Whether the card names a person: INSi refuses the others. */
  readonly nominative: boolean
  readonly type: TypeCpx
  readonly numeroCarte: string | null
  /** Validity of the certificate, UTC, `AAAA-MM-JJTHH:MM:SSZ`. */
  readonly debutValidite: string
  readonly finValidite: string
  /** Name of the authority that issued the certificate; a name, proven only by its chain. */
  readonly emetteur: string
  /** Subject of the certificate as RFC 4514 writes it. */
  readonly sujet: string
}

const TYPES: readonly TypeCpx[] = ['CPS', 'CPF', 'CDE-CPE', 'CDA-CPA']

/** The type behind a code of table G02; `CPX` for a code it does not have, or none. */
export const typeCpxDe = (code: number | null): TypeCpx => TYPES[code ?? -1] ?? 'CPX'

const ANNUAIRES: readonly (readonly [forme: RegExp, annuaire: AnnuaireIdNat])[] = [
  [/^0\d[\dA-Z]{8}$/, 'adeli'],
  [/^3[\dA-Z]{9}\/.+$/, 'finess'],
  [/^4\d{9}\/.+$/, 'siren'],
  [/^5\d{14}\/.+$/, 'siret'],
  [/^6\d{11}\/.+$/, 'cabinet-rpps'],
  [/^8\d{11}$/, 'rpps'],
]

/** The directory of a national identifier, told by its first digit and its shape. */
export const annuaireDe = (idNat: string): AnnuaireIdNat =>
  ANNUAIRES.find(([forme]) => forme.test(idNat))?.[1] ?? 'inconnu'

/** Test cards are issued by authorities that say so. Source: IGC-Santé, "TEST AC IGC-SANTE …". */
export const estCarteDeTest = ({ emetteur }: Pick<PorteurCpx, 'emetteur'>): boolean =>
  emetteur.startsWith('TEST ')
