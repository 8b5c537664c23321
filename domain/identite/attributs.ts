import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** Attributes of an identity. Source: EXI SI 22. */
export type Attribut = 'homonyme' | 'douteux' | 'fictif'

export type Attributs = readonly Attribut[]

const CONNUS: readonly string[] = ['homonyme', 'douteux', 'fictif']

const estAttribut = (texte: string): texte is Attribut => CONNUS.includes(texte)

/** Tells whether these attributes forbid INSi and force the provisional status. Source: EXI SI 09. */
export const forcentProvisoire = (attributs: Attributs): boolean =>
  attributs.includes('douteux') || attributs.includes('fictif')

/** Reads a set of attributes: known, and fictif combined with none (only homonyme and douteux go together). */
export function lireAttributs(textes: readonly string[]): Result<Attributs, Refus> {
  const attributs = textes.filter(estAttribut)
  if (attributs.length !== textes.length) return echec(refuser('attribut/inconnu'))
  const uniques = [...new Set(attributs)]
  return uniques.length > 1 && uniques.includes('fictif')
    ? echec(refuser('attribut/incompatibles'))
    : succes(uniques)
}
