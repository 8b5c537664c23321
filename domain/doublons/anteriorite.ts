import type { Admission } from '../admission/admission.ts'
import { cleDeNom } from './cles.ts'
import type { TraitsCherches } from './traits-cherches.ts'

/** What must be looked for before this identity is created: name, given name and date, once all three are known. Source: EXI ID 17. */
export function rechercheRequise({ saisie }: Pick<Admission, 'saisie'>): TraitsCherches | null {
  const nom = saisie.nomNaissance?.valeur
  const prenom = saisie.premierPrenom?.valeur
  const dateNaissance = saisie.dateNaissance?.valeur
  return nom && prenom && dateNaissance
    ? { nom: cleDeNom(nom), prenom: cleDeNom(prenom), dateNaissance }
    : null
}

/** Tells whether the traits on the form are those the base was searched with; true while there is nothing to search yet. */
export function estCherchee(admission: Pick<Admission, 'saisie' | 'anteriorite'>): boolean {
  const requise = rechercheRequise(admission)
  const { anteriorite } = admission
  return (
    requise === null ||
    (requise.nom === anteriorite?.nom &&
      requise.prenom === anteriorite.prenom &&
      requise.dateNaissance === anteriorite.dateNaissance)
  )
}
