import { cleRecherche } from './cle-recherche.ts'
import type { IndexLieux, MotIndexe } from './indexer.ts'
import type { Lieu } from './lieu.ts'
import { creerPalmares } from './palmares.ts'

/** Whole name, beginning of the name, beginning of one of its words, words in any order: the order of the answers. */
const RANGS = { exact: 0, debut: 1, mot: 2, desordre: 3 } as const

/** One letter names too many places to help. */
const LETTRES_MINIMALES = 2

/** Thousands of names begin with SAINT: only the best are sorted, several times what a list shows. */
const RETENUS = 64

/** Places one of whose names answers the text, best first: by closeness of the name, then by size. */
export function trouverParNom(index: IndexLieux, texte: string): readonly Lieu[] {
  const cle = cleRecherche(texte)
  if (cle.length < LETTRES_MINIMALES) return []
  const palmares = creerPalmares(RETENUS)
  const noter = ({ numero, poids }: MotIndexe, rang: number): void =>
    palmares.noter(numero, rang * 100 - poids)
  for (const mot of motsEn(index, cle))
    if (mot.position > 0) noter(mot, RANGS.mot)
    else noter(mot, mot.cle === cle ? RANGS.exact : RANGS.debut)
  if (palmares.vide()) for (const mot of enDesordre(index, cle.split(' '))) noter(mot, RANGS.desordre)
  return palmares.meilleurs().flatMap((numero) => index.lieux.slice(numero, numero + 1))
}

/** Words of the keys at which this text begins. */
const motsEn = ({ mots }: IndexLieux, texte: string): readonly MotIndexe[] =>
  (mots.get(texte.slice(0, 2)) ?? []).filter(({ cle, position }) => cle.startsWith(texte, position))

/** Names that hold every word, in any order: the longest word finds them, the others sort them out. */
function enDesordre(index: IndexLieux, mots: readonly string[]): readonly MotIndexe[] {
  const rare = mots.reduce((long, mot) => (mot.length > long.length ? mot : long))
  return motsEn(index, rare).filter(({ cle }) => mots.every((mot) => ` ${cle}`.includes(` ${mot}`)))
}
