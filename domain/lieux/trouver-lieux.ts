import { cleRecherche } from './cle-recherche.ts'
import type { IndexLieux } from './indexer.ts'
import type { Lieu } from './lieu.ts'

/** Whole name, beginning of the name, beginning of one of its words, words in any order: the order of the answers. */
const RANGS = { exact: 0, debut: 1, mot: 2, desordre: 3 } as const

/** Two letters name too many places to help. */
const LETTRES_MINIMALES = 2

/** Places one of whose names answers the text, best first: by closeness of the name, then by size. */
export function trouverParNom(index: IndexLieux, texte: string): readonly Lieu[] {
  const cle = cleRecherche(texte)
  if (cle.length < LETTRES_MINIMALES) return []
  const notes = new Map<number, number>()
  const noter = (position: number, rang: number): void => {
    const numero = numeroDe(index.positions, position)
    const note = rang * 100 - (index.lieux[numero]?.poids ?? 0)
    if (note < (notes.get(numero) ?? Infinity)) notes.set(numero, note)
  }
  for (const position of occurrences(index.cles, `\n${cle}`)) {
    const apres = index.cles[position + cle.length + 1]
    noter(position + 1, apres === '\n' ? RANGS.exact : RANGS.debut)
  }
  for (const position of occurrences(index.cles, ` ${cle}`)) noter(position, RANGS.mot)
  if (notes.size === 0)
    for (const position of enDesordre(index, cle.split(' '))) noter(position, RANGS.desordre)
  return [...notes]
    .toSorted(([a, noteA], [b, noteB]) => noteA - noteB || a - b)
    .flatMap(([numero]) => index.lieux[numero] ?? [])
}

function* occurrences(texte: string, motif: string): Generator<number> {
  for (let ici = texte.indexOf(motif); ici !== -1; ici = texte.indexOf(motif, ici + 1)) yield ici
}

/** Names that hold every word, in any order: the longest word finds them, the others sort them out. */
function* enDesordre({ cles }: IndexLieux, mots: readonly string[]): Generator<number> {
  if (mots.length < 2) return
  const rare = mots.toSorted((a, b) => b.length - a.length)[0] ?? ''
  for (const position of occurrences(cles, rare)) {
    const debut = cles.lastIndexOf('\n', position) + 1
    const nom = ` ${cles.slice(debut, cles.indexOf('\n', debut))}`
    if (mots.every((mot) => nom.includes(` ${mot}`))) yield debut
  }
}

/** Number of the place whose key covers this position. */
function numeroDe(positions: readonly number[], position: number): number {
  let bas = 0
  let haut = positions.length - 1
  while (bas < haut) {
    const milieu = (bas + haut + 1) >> 1
    if ((positions[milieu] ?? 0) <= position) bas = milieu
    else haut = milieu - 1
  }
  return bas
}
