import type { Ins } from '../identite/identite.ts'
import type { IdentiteInsi, ReponseInsi, TraitsInsi } from './reponse.ts'

/** How a verification ends by withdrawing the number. */
export type Retrait = 'introuvable' | 'traits-changes' | 'matricule-change' | 'autre-matricule'

/** How a verification ends: confirmed, undecided, or the number withdrawn. */
export type IssueVerification = 'conforme' | 'plusieurs' | Retrait

/** The INS as it was accepted. */
export interface InsAcceptee {
  readonly ins: Ins
  readonly traits: TraitsInsi
}

/**
 * Compares what INSi says now with what was accepted, byte for byte. The published service has no verification whose wire format is
 * public: the search is repeated and compared. Source: insi §1.7; RNIV, transition table rows 8, 9, 15 and 16.
 */
export function issueVerification(acceptee: InsAcceptee, reponse: ReponseInsi): IssueVerification {
  if (reponse.codeCR !== '00') return reponse.codeCR === '01' ? 'introuvable' : 'plusieurs'
  const { identite } = reponse
  if (!succede(acceptee.ins, identite)) return 'autre-matricule'
  if (!memesTraits(acceptee.traits, identite.traits)) return 'traits-changes'
  return memeIns(acceptee.ins, identite) ? 'conforme' : 'matricule-change'
}

/** Tells whether the number INSi gives is this one or follows it: same thirteen characters (an NIA made NIR), or told in its history. */
export function succede({ matricule }: Ins, { actif, historique }: IdentiteInsi): boolean {
  const numero = matricule.slice(0, 13)
  return [actif, ...historique].some((connu) => connu.numero === numero)
}

/** Tells whether INSi gives this very number, under the same authority. */
export const memeIns = ({ matricule, oid }: Ins, { actif }: IdentiteInsi): boolean =>
  actif.numero + actif.cle === matricule && actif.oid === oid

const memesTraits = (un: TraitsInsi, autre: TraitsInsi): boolean =>
  un.nomNaissance === autre.nomNaissance &&
  un.prenomsNaissance === autre.prenomsNaissance &&
  un.sexe === autre.sexe &&
  un.dateNaissance === autre.dateNaissance &&
  un.lieuNaissance === autre.lieuNaissance
