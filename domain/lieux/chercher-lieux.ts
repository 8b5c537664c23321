import { LIEU_INCONNU } from '../identite/lieu-naissance.ts'
import type { IndexLieux } from './indexer.ts'
import type { Lieu } from './lieu.ts'
import { proposerALaDate, type PropositionLieu } from './proposer-a-la-date.ts'
import { trouverParNom } from './trouver-lieux.ts'

export interface RechercheLieux {
  /** Day of birth, or null when it is not known: the places of today are then proposed. */
  readonly dateNaissance: string | null
  readonly limite: number
}

/**
 * Birth places for what an agent typed: a name or its beginning, a former name, a postal code, a COG code, a country,
 * or « ? » for an unknown place. Every code proposed was in force on the day of birth. Source: RNIV 1, lieu de naissance.
 */
export function chercherLieux(
  index: IndexLieux,
  texte: string,
  { dateNaissance, limite }: RechercheLieux,
): readonly PropositionLieu[] {
  const saisie = texte.trim().toUpperCase()
  if (saisie.startsWith('?')) return [{ code: LIEU_INCONNU, nom: 'Lieu inconnu', raison: null }]
  const proposees = /^\d/.test(saisie)
    ? parCode(index, saisie, dateNaissance)
    : enSuite(index, trouverParNom(index, saisie), dateNaissance)
  const retenues = new Map<string, PropositionLieu>()
  for (const proposition of proposees) {
    if (!retenues.has(proposition.code)) retenues.set(proposition.code, proposition)
    if (retenues.size === limite) break
  }
  return [...retenues.values()]
}

/** One at a time: only the first few of thousands are ever worked out. */
function* enSuite(
  index: IndexLieux,
  lieux: readonly Lieu[],
  jour: string | null,
): Generator<PropositionLieu> {
  for (const lieu of lieux) yield* proposerALaDate(index, lieu, jour)
}

/** The code itself when it was in force, then the places of the postal code, then what became of a code out of its time. */
function* parCode(index: IndexLieux, code: string, jour: string | null): Generator<PropositionLieu> {
  const duCode = [...enSuite(index, index.parCode.get(code) ?? [], jour)]
  yield* duCode.filter((proposition) => proposition.code === code)
  const raison = { raison: 'code-postal', nom: code } as const
  for (const lieu of (index.parCodePostal.get(code) ?? []).toSorted(parTaille))
    for (const proposition of proposerALaDate(index, lieu, jour))
      yield proposition.code === lieu.code ? { ...proposition, raison } : proposition
  yield* duCode
}

/** An arrondissement is more precise than its city. */
const parTaille = (a: Lieu, b: Lieu): number =>
  Number(b.nature === 'arrondissement') - Number(a.nature === 'arrondissement') || b.poids - a.poids
