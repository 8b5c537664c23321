import type { LieuNomme } from '#domain/lieux/nommer-lieu.ts'
import type { PropositionLieu } from '#domain/lieux/proposer-a-la-date.ts'
import type { ActTools } from './act-tools.ts'

/** Questions about birth places. Out of reach they answer nothing: a code typed by hand needs no answer. */
export const createPlaceActs = ({ client }: Pick<ActTools, 'client'>) => ({
  async chercherLieux(texte: string, dateNaissance: string | null): Promise<readonly PropositionLieu[]> {
    try {
      return await client.lieux.chercher({ texte, dateNaissance })
    } catch {
      return []
    }
  },
  async nommerLieu(code: string, dateNaissance: string | null): Promise<LieuNomme | null> {
    try {
      return await client.lieux.nommer({ code, dateNaissance })
    } catch {
      return null
    }
  },
})
