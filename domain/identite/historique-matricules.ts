import type { IdentiteInsi } from '../insi/reponse.ts'
import type { Ins } from './identite.ts'

/** A number this person had before. */
export interface AncienMatricule {
  readonly matricule: string
  readonly oid: string
}

/**
 * The numbers a person had before the one in force, each once: those INSi tells, in its order, then those this desk saw replaced.
 * Source: EXI REC 08, INSHISTO.
 */
export function anciensMatricules(
  { actif, historique }: IdentiteInsi,
  remplaces: readonly Ins[],
): readonly AncienMatricule[] {
  const deInsi = historique.map(({ numero, cle, oid }) => ({ matricule: numero + cle, oid }))
  const vus = new Set([nommer({ matricule: actif.numero + actif.cle, oid: actif.oid })])
  return [...deInsi, ...remplaces.map(({ matricule, oid }) => ({ matricule, oid }))].filter((ancien) => {
    const nouveau = !vus.has(nommer(ancien))
    vus.add(nommer(ancien))
    return nouveau
  })
}

const nommer = ({ matricule, oid }: AncienMatricule): string => `${matricule} ${oid}`
