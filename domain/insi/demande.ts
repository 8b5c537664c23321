import { forcentProvisoire, type Attributs } from '../identite/attributs.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** What one search by traits sends. Source: INSi_RECSANS_INS.xsd; minimum of four traits, birth place optional. */
export interface DemandeInsi {
  readonly nomNaissance: string
  readonly prenom: string
  readonly sexe: 'F' | 'M'
  readonly dateNaissance: Jour
  readonly lieuNaissance?: string
}

/** The traits known so far; an absent one is null. */
export interface TraitsConnus {
  readonly nomNaissance: string | null
  readonly premierPrenom: string | null
  readonly sexe: string | null
  readonly dateNaissance: string | null
  readonly lieuNaissance: string | null
}

/** Builds the first search for a person, without the birth place, or says why INSi may not be asked. Source: EXI SI 09. */
export function preparerDemande(traits: TraitsConnus, attributs: Attributs): Result<DemandeInsi, Refus> {
  if (forcentProvisoire(attributs)) return echec(refuser('insi/interdit-attribut'))
  const { nomNaissance, premierPrenom: prenom, sexe, dateNaissance } = traits
  if (nomNaissance === null || prenom === null || dateNaissance === null)
    return echec(refuser('insi/traits-insuffisants'))
  if (sexe !== 'F' && sexe !== 'M') return echec(refuser('insi/traits-insuffisants', 'sexe'))
  return succes({ nomNaissance, prenom, sexe, dateNaissance })
}
