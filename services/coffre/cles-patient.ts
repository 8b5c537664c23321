import { clesDeNom } from '#domain/doublons/cles.ts'
import type { TraitsLus } from '#domain/doublons/patient-connu.ts'
import { sonDe } from '#domain/doublons/phonetique.ts'

/** What a patient is found by: the letters of his names, of his given names, and how both sound together. */
export interface ClePatient {
  readonly champ: 'nom' | 'prenom' | 'son'
  readonly cle: string
}

/** Every key of a patient, none twice. */
export function clesDuPatient(traits: TraitsLus): readonly ClePatient[] {
  const noms = clesDe([traits.nomNaissance, traits.nomUtilise])
  const prenoms = clesDe([traits.prenomsNaissance, traits.premierPrenom, traits.prenomUtilise])
  return [
    ...noms.map((cle) => ({ champ: 'nom', cle }) as const),
    ...prenoms.map((cle) => ({ champ: 'prenom', cle }) as const),
    ...sonsDe(traits).map((cle) => ({ champ: 'son', cle }) as const),
  ]
}

/** How a person sounds: each of his names with his first given name; empty while either is unknown. */
export function sonsDe({ nomNaissance, nomUtilise, premierPrenom }: TraitsLus): readonly string[] {
  if (premierPrenom === null) return []
  const noms = [nomNaissance, nomUtilise].filter((nom) => nom !== null)
  return [...new Set(noms.map((nom) => `${sonDe(nom)} ${sonDe(premierPrenom)}`))]
}

const clesDe = (noms: readonly (string | null)[]): readonly string[] => [
  ...new Set(noms.flatMap((nom) => clesDeNom(nom ?? ''))),
]
