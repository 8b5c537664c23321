/** An extension of FHIR: a value, or extensions of its own. */
export interface Extension {
  readonly url: string
  readonly extension?: readonly Extension[]
  readonly valueAddress?: { readonly extension: readonly Extension[] }
  readonly valueCodeableConcept?: { readonly coding: readonly Coding[] }
  readonly valueCoding?: Coding
  readonly valueDate?: string
  readonly valueString?: string
}

export interface Coding {
  readonly system: string
  readonly code: string
}

/** Where FR Core keeps its profiles and extensions. */
export const STRUCTURES = 'https://hl7.fr/ig/fhir/core/StructureDefinition'
export const NOMENCLATURES = 'https://hl7.fr/ig/fhir/core/CodeSystem'
