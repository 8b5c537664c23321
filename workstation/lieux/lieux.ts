import { readFile } from 'node:fs/promises'
import { chercherLieux } from '#domain/lieux/chercher-lieux.ts'
import { indexer } from '#domain/lieux/indexer.ts'
import type { DonneesLieux } from '#domain/lieux/lieu.ts'
import { memesLieux } from '#domain/lieux/memes-lieux.ts'
import { nommerLieu, type LieuNomme } from '#domain/lieux/nommer-lieu.ts'
import type { PropositionLieu } from '#domain/lieux/proposer-a-la-date.ts'

/** The birth places of the workstation; a null date asks for the places of today. */
export interface Lieux {
  chercher(texte: string, dateNaissance: string | null): readonly PropositionLieu[]
  nommer(code: string, dateNaissance: string | null): LieuNomme
  /** True when two codes name one place: former code, merged commune, arrondissement, successor of a country. */
  memes(a: string, b: string): boolean
}

/** As many as a list shows without scrolling. */
const LIMITE = 8

/** Reads and indexes the files of `assets/cog`: some 150 ms, so once and before it is needed. */
export async function ouvrirLieux(): Promise<Lieux> {
  const [communes, pays] = await Promise.all([lire('communes.json'), lire('pays.json')])
  const index = indexer({
    lieux: [...communes.lieux, ...pays.lieux],
    liens: [...communes.liens, ...pays.liens],
  })
  return {
    chercher: (texte, dateNaissance) => chercherLieux(index, texte, { dateNaissance, limite: LIMITE }),
    memes: (a, b) => memesLieux(index, a, b),
    nommer: (code, dateNaissance) => nommerLieu(index, code, dateNaissance),
  }
}

const lire = async (fichier: string): Promise<DonneesLieux> =>
  JSON.parse(await readFile(new URL(`../../assets/cog/${fichier}`, import.meta.url), 'utf8')) as DonneesLieux
