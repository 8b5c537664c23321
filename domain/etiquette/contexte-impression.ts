import { ecrireJour, type Jour } from '../identite/date-naissance.ts'

/** What a printed page says besides the identity: the stay, and who printed it, where, when and in which lot. */
export interface ContexteImpression {
  readonly ipp: string
  readonly nda: string
  /** Start of the stay, `AAAA-MM-JJ` or `AAAA-MM-JJTHH:MM`. */
  readonly entree: string
  readonly service: string | null
  readonly etablissement: string | null
  /** Name of the birth place whose code is a strict trait, when it is known. */
  readonly lieuNaissance: string | null
  readonly agent: string
  readonly poste: string
  readonly lot: string
  /** Moment of printing, same forms as `entree`. */
  readonly emisLe: string
  /** Any value but `production` marks the page as unfit for care. */
  readonly environnement: string
}

/** Warning borne by every page that was not made in production; null in production. */
export const avertissementDe = (environnement: string): string | null =>
  environnement === 'production' ? null : 'SIMULATION – NE PAS UTILISER POUR LES SOINS'

/** A moment as people read it: `22/11/2026 à 09:15`, or the day alone when no time is known. */
export function ecrireMoment(moment: string): string {
  const parties = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(moment)
  return parties ? `${ecrireJour(parties[1] as Jour)} à ${parties[2]}` : ecrireJour(moment)
}

/**
 * Text as it may be printed: no control, format, bidirectional or zero-width character, single ordinary spaces.
 * These characters draw nothing yet change what is read or searched.
 */
export const texteImprimable = (texte: string): string =>
  texte
    .normalize('NFC')
    .replace(/[\s\p{Zs}]+/gu, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim()

/** The traceability line: lot, moment, agent and desk. */
export const tracabilite = (contexte: ContexteImpression): string =>
  [`Lot ${contexte.lot}`, ecrireMoment(contexte.emisLe), contexte.agent, contexte.poste]
    .map(texteImprimable)
    .join(' · ')
