import { createHash, hash } from 'node:crypto'
import { z } from 'zod'
import type { Ancre } from '../coffre/ancrage.ts'
import type { ActeJournal, Entete } from './acte-journal.ts'

/** What stands before the first line. */
export const ORIGINE: Ancre = { n: 0, empreinte: '0'.repeat(64) }

/** The seal closing every line: the SHA-256 of the same line without it. */
const SCEAU = /^,"empreinte":"([0-9a-f]{64})"\}$/
const TAILLE_SCEAU = 80

/** A line read back, its seal verified; `fragment` is the hash of what it sets aside, if it does. */
export interface LigneLue {
  readonly ancre: Ancre
  readonly precedent: string
  readonly fragment: string | null
}

/** Writes one line, without its line feed, and what it leaves for the next one. */
export function ecrireLigne(entete: Entete, acte: ActeJournal): { texte: string; ancre: Ancre } {
  const { precedent, ...debut } = entete
  const corps = JSON.stringify({ ...debut, ...acte, precedent })
  const empreinte = sha256(corps)
  return { texte: `${corps.slice(0, -1)},"empreinte":"${empreinte}"}`, ancre: { n: entete.n, empreinte } }
}

/** Reads one line, without its line feed; null when its bytes are not exactly those that were sealed. */
export function lireLigne(octets: Buffer): LigneLue | null {
  const empreinte = SCEAU.exec(octets.subarray(-TAILLE_SCEAU).toString('latin1'))?.[1]
  if (empreinte === undefined) return null
  const corps = Buffer.concat([octets.subarray(0, -TAILLE_SCEAU), ACCOLADE])
  if (hash('sha256', corps) !== empreinte) return null
  const lue = chainee.safeParse(lireJson(corps))
  if (!lue.success) return null
  const { n, precedent, fragment = null } = lue.data
  return { ancre: { n, empreinte }, precedent, fragment }
}

function lireJson(octets: Buffer): unknown {
  try {
    return JSON.parse(octets.toString('utf8'))
  } catch {
    return null // sealed, yet not by us
  }
}

/** Tells a line that was whole once, hence altered since, from the beginning of a line cut by a power failure. */
export const porteUnSceau = (octets: Buffer): boolean =>
  SCEAU.test(octets.subarray(-TAILLE_SCEAU).toString('latin1')) && !octets.includes(0)

export const sha256 = (donnees: string | Buffer): string => hash('sha256', donnees)

/** The hash of lines set aside, with the line feeds between them. */
export function sha256DesLignes(lignes: readonly Buffer[]): string {
  const somme = createHash('sha256')
  for (const [rang, ligne] of lignes.entries()) somme.update(rang === 0 ? '' : '\n').update(ligne)
  return somme.digest('hex')
}

const ACCOLADE = Buffer.from('}')

const chainee = z.object({ n: z.int(), precedent: z.string(), fragment: z.string().exactOptional() })
