import type { DemandeInsi } from '#domain/insi/demande.ts'
import { verifierDemandeVitale, type DemandeVitale } from '#domain/insi/demande-vitale.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { operationTraits, operationVitale, type Operation } from './operation.ts'
import { verifierDemande } from './verifier-demande.ts'

/** What one call asks, checked before it leaves. */
export interface Question {
  readonly operation: Result<Operation, Refus>
  /** Texts of the person, which no detail may quote. */
  readonly traits: readonly string[]
  /** Adds to the header blocks of whoever asks what this question must be proved by. */
  readonly completer: (securite: string, instant: Date) => Promise<Result<string, Refus>>
}

/**
 * Gives the Vitale assertion of the card in the reader, as SAML, to be read again at each call: it is good for twenty minutes. Only the
 * licensed component of the GIE SESAM-Vitale can sign one. Source: INSi, assertion Vitale.
 */
export type AttesterVitale = (instant: Date) => Promise<Result<string, Refus>>

/** A workstation that has no licensed component proves no Carte Vitale. */
export const sansComposantVitale: AttesterVitale = () =>
  Promise.resolve(echec(refuser('insi/composant-vitale')))

export function questionTraits(demande: DemandeInsi): Question {
  const verifiee = verifierDemande(demande)
  const { nomNaissance, prenom, dateNaissance } = demande
  return {
    operation: verifiee.ok ? succes(operationTraits(verifiee.value)) : verifiee,
    traits: [nomNaissance, prenom, dateNaissance],
    completer: (securite) => Promise.resolve(succes(securite)),
  }
}

export function questionVitale(
  demande: DemandeVitale,
  { attester, cpx }: { readonly attester: AttesterVitale; readonly cpx: boolean },
): Question {
  const verifiee = cpx ? verifierDemandeVitale(demande) : echec(refuser('insi/carte-requise'))
  const { nirAssure, nirIndividuel, nomNaissance, dateNaissance } = demande
  return {
    operation: verifiee.ok ? succes(operationVitale(verifiee.value)) : verifiee,
    traits: [nirAssure, nirIndividuel, nomNaissance, dateNaissance].filter((trait) => trait !== null),
    async completer(securite, instant) {
      const assertion = await attester(instant)
      // Second child of the block, both kept verbatim: each is signed as it stands.
      return assertion.ok
        ? succes(securite.replace('</wsse:Security>', () => `${assertion.value}</wsse:Security>`))
        : assertion
    },
  }
}
