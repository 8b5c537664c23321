import { essais, type Essai } from './ajuster-texte.ts'

type Essais = readonly [Essai, ...Essai[]]

/** One way to fill a label: white between lines, bodies to try, and the lowest bars, in µm, that make it acceptable. */
export interface Reglage {
  readonly interligne: number
  readonly sejour: boolean
  readonly barres: number
  readonly nom: Essais
  readonly prenom: Essais
  readonly utilises: Essais
  readonly statut: Essais
}

/** Bars that a hand scanner crosses at ease, then with care: 15 % of the width of a code of ten digits. In µm. */
const CONFORT = 7_500
const MINIMUM = 4_000

const LISIBLE = {
  nom: [
    ...essais('grasse', [12, 9]),
    ...essais('etroite-grasse', [11, 9]),
    ...essais('etroite-grasse', [8.5, 8], 2),
    ...essais('etroite-grasse', [8.5, 7]),
    ...essais('etroite-grasse', [7.5, 7], 2),
  ],
  prenom: [
    ...essais('grasse', [9.5, 8]),
    ...essais('etroite-grasse', [9, 7]),
    ...essais('etroite-grasse', [7, 6.5], 2),
  ],
  utilises: [...essais('normale', [8, 7]), ...essais('etroite', [7.5, 6.5]), ...essais('etroite', [7, 6], 2)],
  statut: [
    ...essais('grasse', [6.5, 6.5]),
    ...essais('etroite-grasse', [6.5, 5.5]),
    ...essais('etroite-grasse', [6, 5], 2),
  ],
} as const

const DENSE = {
  nom: [...essais('etroite-grasse', [9, 7.5]), ...essais('etroite-grasse', [7.5, 7], 2)],
  prenom: [...essais('etroite-grasse', [8, 7]), ...essais('etroite-grasse', [6.5, 6], 2)],
  utilises: essais('etroite', [6.5, 6]),
  statut: [...essais('etroite-grasse', [6, 5]), ...essais('etroite-grasse', [5, 5], 2)],
} as const

/** From the airiest to the densest: the entry line, which the NDA implies, goes before any trait gets smaller. */
export const REGLAGES: readonly [Reglage, ...Reglage[]] = [
  { ...LISIBLE, interligne: 900, sejour: true, barres: CONFORT },
  { ...LISIBLE, interligne: 700, sejour: true, barres: CONFORT },
  { ...LISIBLE, interligne: 500, sejour: true, barres: CONFORT },
  { ...LISIBLE, interligne: 300, sejour: true, barres: MINIMUM },
  { ...LISIBLE, interligne: 300, sejour: false, barres: MINIMUM },
  { ...DENSE, interligne: 250, sejour: false, barres: 0 },
]
