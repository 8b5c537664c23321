import type { Jour } from '../identite/date-naissance.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import { lireJourPasse } from './jour-saisi.ts'

/** The decision by which the establishment vouches for its own access to INSi by certificate. Source: OR-13. */
export interface Homologation {
  readonly reference: string
  readonly date: Jour
  readonly signataire: string
  /** Name of the document that holds it. */
  readonly document: string
}

/** A decision as typed, its date `jj/mm/aaaa`. */
export type HomologationSaisie = Readonly<Record<keyof Homologation, string>>

/** Why a desk does without the decision. */
export type Dispense = 'simulation' | 'cpx'

/**
 * A simulated desk reaches nobody, which its configuration says and every screen shows; where each agent's card signs the calls, no
 * certificate is vouched for. Any other desk needs the decision. Source: OR-13.
 */
export function dispenseHomologation(
  environnement: 'production' | 'recette' | 'simulation',
  parCpx: boolean,
): Dispense | null {
  if (environnement === 'simulation') return 'simulation'
  return parCpx ? 'cpx' : null
}

/** Reads a decision, or refuses its first wrong field. */
export function lireHomologation(saisie: HomologationSaisie, aujourdhui: Jour): Result<Homologation, Refus> {
  const [reference, signataire, document] = [saisie.reference, saisie.signataire, saisie.document].map(
    (texte) => texte.trim().replace(/\s+/g, ' '),
  ) as [string, string, string]
  if (!tient(reference)) return echec(refuser('homologation/reference', 'reference'))
  const date = lireJourPasse(saisie.date, aujourdhui)
  if (!date.ok) return echec({ ...date.error, champ: 'date' })
  if (!tient(signataire)) return echec(refuser('homologation/signataire', 'signataire'))
  if (!tient(document)) return echec(refuser('homologation/document', 'document'))
  return succes({ reference, date: date.value, signataire, document })
}

const tient = (texte: string): boolean => texte.length >= 2 && texte.length <= 120
