import type { Element } from '@xmldom/xmldom'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { SIRAM, SOAP12 } from './namespaces.ts'
import { childrenNamed, onlyChild, textOf } from './read-xml.ts'

/** Technical details of a failed call, for the computing department; they never carry identity data. */
export interface DetailsInsi {
  /** SIRAM subcode (`siram_40`), without its prefix. */
  readonly siram: string | null
  /** Code of siram:Erreur (`insi_102`, `desir_550`), or of the unreadable part. */
  readonly code: string | null
  readonly severite: string | null
  /** The sentence INSi wrote for the user. */
  readonly motif: string | null
}

/** Faults known from public sources; any other is a technical anomaly. A map, since a server could name `constructor`. */
const REFUS_PAR_CODE: ReadonlyMap<string | null, CodeRefus> = new Map([
  ['desir_550', 'insi/progiciel-non-autorise'],
  ['desir_560', 'insi/droits-insuffisants'],
  ['desir_1020', 'insi/indisponible'],
  ['insi_101', 'insi/indisponible'],
  ['insi_102', 'insi/indisponible'],
  ['siram_40', 'insi/indisponible'],
  ['siram_100', 'insi/progiciel-non-autorise'],
])

/** The refusal a fault stands for: its detail code first, then its SIRAM class. */
export const refusDe = ({ siram, code }: DetailsInsi): CodeRefus =>
  REFUS_PAR_CODE.get(code) ?? REFUS_PAR_CODE.get(siram) ?? 'insi/anomalie'

/**
 * Reads a SOAP 1.2 Fault by namespace and local name: its prefixes and languages changed in 2026 (`S:`/en, then `soap:`/fr),
 * and its severity stands outside the published enumeration (`fatal`).
 */
export function readFault(fault: Element): DetailsInsi {
  const subcode = path(fault, ['Code', 'Subcode', 'Value'])
  const detail = path(fault, ['Detail'])
  const erreur = detail && onlyChild(detail, SIRAM, 'Erreur')
  const motif = path(fault, ['Reason'])
  return {
    siram: jeton(subcode && textOf(subcode)?.replace(/^.*:/s, '')),
    code: jeton(erreur?.getAttribute('code')),
    severite: jeton(erreur?.getAttribute('severite'))?.replace(/^fatale?$/, 'fatale') ?? null,
    motif: phrase(motif && childrenNamed(motif, SOAP12, 'Text')[0]),
  }
}

const path = (from: Element, names: readonly string[]): Element | null =>
  names.reduce<Element | null>((element, name) => element && onlyChild(element, SOAP12, name), from)

/** A short technical word, or nothing: what a server sends here reaches screens and journals. */
const jeton = (texte: string | null | undefined): string | null => {
  const mot = texte?.trim()
  return mot !== undefined && /^[\w.-]{1,40}$/.test(mot) ? mot : null
}

/** The first 500 characters of the reason; withheld when it holds a number long enough to be a matricule. */
const phrase = (texte: Element | null | undefined): string | null => {
  const lu = texte && textOf(texte)?.replace(/\s+/g, ' ').trim().slice(0, 500)
  return !lu || /\d[\d ]{11,}/.test(lu) ? null : lu
}
