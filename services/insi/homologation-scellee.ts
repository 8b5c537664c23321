import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Homologation } from '#domain/administration/homologation.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { ecrireAtomiquement } from '../comptes/ecriture-atomique.ts'

/** A decision as it was recorded: by whom, and when, ISO 8601 UTC. */
export interface HomologationTenue extends Homologation {
  readonly par: string
  readonly le: string
}

/** What proves a decision: drawn from the key of the store, so that a file written by hand unlocks nothing. */
export const cleHomologationDe = (cle: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', cle, '', 'guichet-ins/homologation/1', 32))

const fichier = z.strictObject({
  format: z.literal(1),
  reference: z.string(),
  date: z.iso.date(),
  signataire: z.string(),
  document: z.string(),
  par: z.string(),
  le: z.iso.datetime(),
  sceau: z.base64(),
})

/** Reads the decision recorded here; null when there is none, or none that an administrator recorded. */
export function lireHomologationScellee(file: string, cle: Uint8Array): HomologationTenue | null {
  try {
    const { format: _format, sceau, ...tenue } = fichier.parse(JSON.parse(readFileSync(file, 'utf8')))
    return timingSafeEqual(Buffer.from(sceau, 'base64'), sceauDe(tenue, cle)) ? tenue : null
  } catch {
    return null
  }
}

/** Records a decision in the place of the one before; refuses with `homologation/ecriture`. */
export function ecrireHomologationScellee(
  file: string,
  tenue: HomologationTenue,
  cle: Uint8Array,
): Result<null, Refus> {
  const sceau = sceauDe(tenue, cle).toString('base64')
  try {
    ecrireAtomiquement(file, `${JSON.stringify({ format: 1, ...tenue, sceau }, null, 2)}\n`)
    return succes(null)
  } catch {
    return echec(refuser('homologation/ecriture'))
  }
}

/** What the journal keeps of a decision, which names a person: its SHA-256. */
export const empreinteHomologation = (tenue: HomologationTenue): string => hash('sha256', texteDe(tenue))

const sceauDe = (tenue: HomologationTenue, cle: Uint8Array): Buffer =>
  createHmac('sha256', cle).update(texteDe(tenue)).digest()

const texteDe = ({ reference, date, signataire, document, par, le }: HomologationTenue): string =>
  JSON.stringify([reference, date, signataire, document, par, le])
