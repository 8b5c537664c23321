import { createReadStream, statSync } from 'node:fs'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Ancre } from '../coffre/ancrage.ts'
import { suivreChaine } from './chaine.ts'
import { ORIGINE } from './ligne.ts'

/** A journal that holds: its number of acts, the hash of the last, and how many cut lines it owns up to. */
export interface JournalVerifie {
  readonly lignes: number
  readonly tete: string
  readonly fragments: number
}

/** Why a journal is refused, and the first line of the file where it shows, from 1. */
export interface JournalRefuse {
  readonly refus: Refus
  readonly ligne: number
}

export interface OptionsVerification {
  /** A line known from elsewhere: without it, the removal of the last whole lines cannot be seen. */
  readonly ancre?: Ancre | null
  readonly signal?: AbortSignal
}

/** A line is a few hundred bytes; anything longer is not one. */
const LIGNE_MAX = 1 << 20

/**
 * Reads the whole journal as it stood when the call began, in a memory that does not grow with it: any byte changed, any
 * line removed, swapped or added breaks the chain. Rejects only when `signal` aborts.
 */
export async function verifierJournal(
  file: string,
  { ancre = null, signal }: OptionsVerification = {},
): Promise<Result<JournalVerifie, JournalRefuse>> {
  const chaine = suivreChaine(ORIGINE)
  const rompu = (ligne: number) => echec({ refus: refuser('journal/rompu'), ligne })
  let ligne = 0
  try {
    for await (const { octets, finie } of lignesDe(file)) {
      signal?.throwIfAborted()
      ligne += 1
      const doutes = chaine.suspens.length
      if (!finie || !chaine.suivre(octets) || contredit(chaine.tete, ancre)) return rompu(ligne - doutes)
    }
  } catch (erreur) {
    signal?.throwIfAborted()
    if (!estErreurFichier(erreur)) throw erreur
    return echec({ refus: refuser('journal/illisible'), ligne: ligne + 1 })
  }
  if (chaine.suspens.length > 0) return rompu(ligne - chaine.suspens.length + 1)
  if (ancre && chaine.tete.n < ancre.n) return rompu(ligne + 1)
  return succes({ lignes: chaine.tete.n, tete: chaine.tete.empreinte, fragments: chaine.fragments })
}

const contredit = (tete: Ancre, ancre: Ancre | null): boolean =>
  ancre !== null && tete.n === ancre.n && tete.empreinte !== ancre.empreinte

/** The lines of the file, without their line feed; the last one is not `finie` when it has none. */
async function* lignesDe(file: string): AsyncGenerator<{ octets: Buffer; finie: boolean }> {
  const { size } = statSync(file)
  if (size === 0) return
  let reste: Buffer = Buffer.alloc(0)
  const flux: AsyncIterable<Buffer> = createReadStream(file, { end: size - 1, highWaterMark: 1 << 20 })
  for await (const morceau of flux) {
    const octets = reste.length === 0 ? morceau : Buffer.concat([reste, morceau])
    let debut = 0
    for (let fin = octets.indexOf(10); fin !== -1; fin = octets.indexOf(10, debut)) {
      yield { octets: octets.subarray(debut, fin), finie: true }
      debut = fin + 1
    }
    reste = octets.subarray(debut)
    if (reste.length > LIGNE_MAX) break
  }
  if (reste.length > 0) yield { octets: reste, finie: false }
}

const estErreurFichier = (erreur: unknown): boolean => erreur instanceof Error && 'syscall' in erreur
