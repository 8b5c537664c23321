import type { Attribut } from '../identite/attributs.ts'

/** Attributes as table 0445 and FR Core write them. Source: PAM FR 2.11, FR Core identity status comment. */
export const CODES_ATTRIBUT: Readonly<Record<Attribut, string>> = {
  homonyme: 'HOMA',
  douteux: 'DOUT',
  fictif: 'FICT',
}
