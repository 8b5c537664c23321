import type { TraitsStricts, TraitsUtilises } from '../identite/traits.ts'
import type { TraitsInsi } from '../insi/reponse.ts'
import type { Ecart, Gravite, TraitCompare } from './ecart.ts'
import { mettreEnPaire, type ContexteEcarts, type Paire } from './paire.ts'
import type { Partie } from './partie.ts'
import { motsEnPlus } from './proximite.ts'
import { REGLAGES_ECARTS, verdictDe } from './reglages.ts'
import { REGLES_DATE } from './regles-date.ts'
import { REGLES_LIEU } from './regles-lieu.ts'
import { REGLES_NOM } from './regles-nom.ts'
import { REGLES_PRENOMS } from './regles-prenoms.ts'
import { REGLES_SEXE } from './regles-sexe.ts'
import type { Regle } from './regle.ts'

/** The rules of each trait, in document order, the most harmless first. */
export const CATALOGUE: Readonly<Record<TraitCompare, readonly Regle[]>> = {
  nomNaissance: REGLES_NOM,
  prenomsNaissance: REGLES_PRENOMS,
  sexe: REGLES_SEXE,
  dateNaissance: REGLES_DATE,
  lieuNaissance: REGLES_LIEU,
}

const TRAITS_COMPARES: readonly TraitCompare[] = [
  'nomNaissance',
  'prenomsNaissance',
  'sexe',
  'dateNaissance',
  'lieuNaissance',
]

/** The default verdicts, and no knowledge of places beyond their codes. */
export const CONTEXTE_ECARTS: ContexteEcarts = { reglages: REGLAGES_ECARTS, memeLieu: () => false }

/** Compares two sources, one verdict for each trait both hold, in document order. Source: RNIV, écarts. */
export function comparer(
  premiere: Partie,
  seconde: Partie,
  contexte: ContexteEcarts = CONTEXTE_ECARTS,
): readonly Ecart[] {
  return TRAITS_COMPARES.flatMap((trait) => {
    const paire = mettreEnPaire(trait, [premiere, seconde], contexte)
    return paire ? [juger(trait, paire)] : []
  })
}

/** Compares the form with what INSi returned. */
export const comparerAInsi = (
  local: TraitsStricts & TraitsUtilises & Pick<Partie, 'dateIncertaine'>,
  insi: TraitsInsi,
  contexte: ContexteEcarts = CONTEXTE_ECARTS,
): readonly Ecart[] => comparer({ ...local, source: 'saisie' }, { ...insi, source: 'insi' }, contexte)

/** The worst verdict of a comparison. */
export function graviteDe(ecarts: readonly Ecart[]): Gravite {
  if (ecarts.some((ecart) => ecart.gravite === 'majeur')) return 'majeur'
  return ecarts.some((ecart) => ecart.gravite === 'mineur') ? 'mineur' : 'egal'
}

function juger(trait: TraitCompare, paire: Paire): Ecart {
  const { a, b, contexte } = paire
  const regle =
    a.brut === b.brut ? IDENTIQUE : CATALOGUE[trait].find((candidate) => candidate.reconnait(paire))
  // The last rule of a trait recognises every pair.
  if (!regle) throw new Error(`no rule for ${trait}`)
  const { id, cause, clause, suites } = regle
  return {
    trait,
    regle: id,
    gravite: verdictDe(contexte.reglages, id, regle.gravite),
    cause,
    clause,
    suites,
    premier: { source: a.partie.source, valeur: a.brut, mots: motsEnPlus(a.mots, b.mots) },
    second: { source: b.partie.source, valeur: b.brut, mots: motsEnPlus(b.mots, a.mots) },
  }
}

const IDENTIQUE: Pick<Regle, 'id' | 'gravite' | 'cause' | 'clause' | 'suites'> = {
  id: 'identique',
  gravite: 'egal',
  cause: 'Les deux valeurs sont identiques.',
  clause: 'EXI REC 07',
  suites: [],
}
