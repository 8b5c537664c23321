import type { IdentiteInsi, NumeroInsi } from '../insi/reponse.ts'

/** The numbers a person had before the one in force, each once, in the order INSi gave them. Source: EXI REC 08, INSHISTO. */
export function historiqueMatricules({ actif, historique }: IdentiteInsi): readonly NumeroInsi[] {
  const vus = new Set([nommer(actif)])
  return historique.filter((numero) => {
    const nouveau = !vus.has(nommer(numero))
    vus.add(nommer(numero))
    return nouveau
  })
}

const nommer = ({ numero, cle, oid }: NumeroInsi): string => `${numero}${cle} ${oid}`
