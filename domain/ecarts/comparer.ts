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
import type { Constat, ReglesDuTrait } from './regle.ts'

const REGLES: Readonly<Record<TraitCompare, ReglesDuTrait>> = {
  nomNaissance: REGLES_NOM,
  prenomsNaissance: REGLES_PRENOMS,
  sexe: REGLES_SEXE,
  dateNaissance: REGLES_DATE,
  lieuNaissance: REGLES_LIEU,
}

/** Everything the rules of a trait may say, the most harmless first. */
export const constatsDe = (trait: TraitCompare): readonly Constat[] => [
  ...REGLES[trait].regles,
  REGLES[trait].sinon,
]

/** In document order. */
export const TRAITS_COMPARES: readonly TraitCompare[] = [
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
  const { id, cause, clause, suites, gravite } = a.brut === b.brut ? IDENTIQUE : nommer(trait, paire)
  return {
    trait,
    regle: id,
    gravite: verdictDe(contexte.reglages, id, gravite),
    cause,
    clause,
    suites,
    premier: { source: a.partie.source, valeur: a.brut, mots: motsEnPlus(a.mots, b.mots) },
    second: { source: b.partie.source, valeur: b.brut, mots: motsEnPlus(b.mots, a.mots) },
  }
}

function nommer(trait: TraitCompare, paire: Paire): Constat {
  const { regles, sinon } = REGLES[trait]
  return regles.find((regle) => regle.reconnait(paire)) ?? sinon
}

const IDENTIQUE: Constat = {
  id: 'identique',
  gravite: 'egal',
  cause: 'Les deux valeurs sont identiques.',
  clause: 'EXI REC 07',
  suites: [],
}
