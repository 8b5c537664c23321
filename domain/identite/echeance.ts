import type { Jour } from './date-naissance.ts'

/** Years after which an identity is verified again: three to five, as the establishment decides. Source: RNIV 1, ID-17. */
export const REVERIFICATION_ANS = { min: 3, max: 5, defaut: 5 } as const

/** Tells whether this many years have passed since a day. */
export function estEchu(depuis: Jour, ans: number, aujourdhui: Jour): boolean {
  const annee = String(Number(depuis.slice(0, 4)) + ans).padStart(4, '0')
  return `${annee}${depuis.slice(4)}` <= aujourdhui
}
