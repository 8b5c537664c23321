import type { CodeRefus } from '../refus/refus.ts'

/** INSi, or the way to it, failed: another call may well be answered. An HTML page comes from a gateway on the way. */
const PANNES: ReadonlySet<CodeRefus> = new Set<CodeRefus>([
  'insi/injoignable',
  'insi/delai',
  'insi/indisponible',
  'insi/reponse-non-conforme',
])

/** INSi was reached and refused: only the computing department can do something about it. */
const REFUS_INSI: ReadonlySet<CodeRefus> = new Set<CodeRefus>([
  'insi/anomalie',
  'insi/certificat-refuse',
  'insi/serveur-non-reconnu',
  'insi/progiciel-non-autorise',
  'insi/droits-insuffisants',
])

/**
 * The call was held back, cut short, or its outcome is unknown: it is as good as not made. A connection cut as it opens passes for a
 * certificate refused.
 */
const SANS_APPEL: ReadonlySet<CodeRefus> = new Set<CodeRefus>([
  'insi/disjoncte',
  'insi/exercice',
  'insi/cadence',
  'insi/annule',
  'insi/interrompu',
  'insi/certificat-refuse',
])

export const estPanne = (code: CodeRefus): boolean => PANNES.has(code)

/** Tells whether this outcome says something of INSi: a call that never left says nothing. */
export const estObserve = (code: CodeRefus): boolean => PANNES.has(code) || REFUS_INSI.has(code)

/** Tells whether a call that ended so may be put off until INSi answers again. */
export const estDifferable = (code: CodeRefus): boolean => PANNES.has(code) || SANS_APPEL.has(code)
