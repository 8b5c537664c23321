import type { Admission } from '../admission/admission.ts'
import { CONCLUSIONS } from '../decision/faits-decision.ts'
import { attenteDe, type Attente } from '../droits/attente.ts'
import type { Droit } from '../droits/droit.ts'
import { peut, type Habilitation } from '../droits/peut.ts'
import type { Jour } from '../identite/date-naissance.ts'
import type { CodeRefus } from '../refus/refus.ts'

/** Why an admission is on a work list: what it awaits by its facts, or what somebody said of it. */
export type Raison = Attente | 'transferee' | 'renvoyee' | 'reponse-differee'

export const RAISONS = [
  'transferee',
  'reponse-differee',
  'a-valider',
  'a-qualifier',
  'renvoyee',
] as const satisfies readonly Raison[]

/**
 * What an admission awaits of somebody; null when nothing, and while its visit is only prepared. What was put aside stays so until
 * its facts change. Source: DX-06; RNIV, organisation models.
 */
export function raisonDe(admission: Admission): Raison | null {
  const { transfert, conclusion } = admission.decision
  if (admission.preparation !== null) return null
  if (conclusion !== null && CONCLUSIONS[conclusion].issue === 'renvoyee') return 'renvoyee'
  if (transfert !== null) return 'transferee'
  if (admission.differe?.etat === 'a-revoir') return 'reponse-differee'
  return conclusion === null ? attenteDe(admission) : null
}

/** The rights it takes to do what is awaited. */
const DROITS_DE_RAISON: Readonly<Record<Raison, readonly Droit[]>> = {
  'a-valider': ['valider'],
  'a-qualifier': ['valider', 'qualifier'],
  transferee: ['traiter'],
  'reponse-differee': ['appeler-insi'],
  renvoyee: ['creer-modifier'],
}

export const droitsDeRaison = (raison: Raison | null): readonly Droit[] =>
  raison === null ? [] : DROITS_DE_RAISON[raison]

/** Why a person may not do what is awaited; null when he may. */
export const peutTraiter = (habilitation: Habilitation, raison: Raison, jour: Jour): CodeRefus | null =>
  DROITS_DE_RAISON[raison].map((droit) => peut(habilitation, droit, jour)).find((code) => code !== null) ??
  null
