import { statutIdentite, type Identite } from '../identite/identite.ts'
import type { Attribut } from '../identite/attributs.ts'
import type { Statut } from '../identite/statut.ts'

/** How far an identity may be trusted, in the words printed on paper. */
export interface MentionStatut {
  readonly statut: Statut
  readonly texte: string
  readonly attributs: readonly string[]
}

const STATUTS: Readonly<Record<Statut, string>> = {
  provisoire: 'IDENTITÉ PROVISOIRE',
  recuperee: 'IDENTITÉ RÉCUPÉRÉE',
  validee: 'IDENTITÉ VALIDÉE',
  qualifiee: 'IDENTITÉ QUALIFIÉE',
}

const ATTRIBUTS: Readonly<Record<Attribut, string>> = {
  homonyme: 'HOMONYME',
  douteux: 'DOUTEUSE',
  fictif: 'FICTIVE',
}

/** Reads the printed mention off an identity: its status, then each attribute. Source: EXI SI 07, EXI SI 22. */
export function mentionStatut(identite: Identite): MentionStatut {
  const statut = statutIdentite(identite)
  return {
    statut,
    texte: STATUTS[statut],
    attributs: identite.attributs.map((attribut) => ATTRIBUTS[attribut]),
  }
}
