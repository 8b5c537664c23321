import { ouvrirLieux } from '#workstation/lieux/lieux.ts'
import { mediane, type Mesure } from './mesure.ts'

/** What agents type, letter after letter: common beginnings are the hardest, since thousands of places answer. */
const SAISIES = [
  'SAINT DENIS',
  'STE',
  'LA ROCHE SUR YON',
  'CHATEAU',
  'PARIS 14',
  'MARSEILLE',
  '35000',
  'ALGERIE',
]
const NAISSANCES = ['1948-02-03', '1981-02-27', '2019-06-01']
/** Each text is looked up several times and its median kept, so that another program's turn is not counted. */
const PASSAGES = 7

/** Time to look one keystroke up among every place since 1943, former names and codes included. */
export async function mesurerLieux(): Promise<Mesure> {
  const lieux = await ouvrirLieux()
  const chercher = (texte: string, naissance: string): number => {
    const debut = performance.now()
    lieux.chercher(texte, naissance)
    return performance.now() - debut
  }
  const durees = SAISIES.flatMap((saisie) =>
    Array.from(saisie, (_lettre, n) => saisie.slice(0, n + 1)),
  ).flatMap((texte) =>
    NAISSANCES.map((naissance) =>
      mediane(Array.from({ length: PASSAGES }, () => chercher(texte, naissance))),
    ),
  )
  const p95 = durees.toSorted((a, b) => a - b)[Math.floor(durees.length * 0.95)] ?? Number.NaN
  return {
    nom: 'chercher un lieu, une touche, 95e centile',
    valeur: p95,
    reference: null,
    but: 'au plus 5 ms',
    atteint: p95 <= 5,
    detail: `${durees.length} textes, ${PASSAGES} fois chacun, médiane ${mediane(durees).toFixed(2)} ms`,
  }
}
