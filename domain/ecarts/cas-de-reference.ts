import { CAS_DATE, CAS_LIEU, CAS_SEXE } from './cas-date-lieu-sexe.ts'
import { CAS_NOM } from './cas-nom.ts'
import { CAS_PRENOMS } from './cas-prenoms.ts'
import type { CasDeReference } from './cas.ts'
import type { TraitCompare } from './ecart.ts'

/** The golden file: named differences met at a desk, each with its one rule and its one verdict. Rendered as docs/ecarts.md. */
export const CAS_DE_REFERENCE: readonly (readonly [trait: TraitCompare, cas: readonly CasDeReference[]])[] = [
  ['nomNaissance', CAS_NOM],
  ['prenomsNaissance', CAS_PRENOMS],
  ['sexe', CAS_SEXE],
  ['dateNaissance', CAS_DATE],
  ['lieuNaissance', CAS_LIEU],
]
