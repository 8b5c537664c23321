import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Notice } from '#domain/decision/faits-decision.ts'
import { DEPLIANT_OCTETS_MAX } from '#services/impression/poids-depliant.ts'

/**
 * The leaflet the site put in `depliants/insee.pdf` or `depliants/piece.pdf` of the data folder; null when there is none.
 * One that cannot be read, or is too heavy to be, comes back empty: no leaflet at all is not the same. Source: DX-14.
 */
export async function lireDepliant(dossier: string, notice: Notice): Promise<Uint8Array | null> {
  const chemin = join(dossier, 'depliants', `${notice}.pdf`)
  try {
    const { size } = await stat(chemin)
    return size > DEPLIANT_OCTETS_MAX ? ILLISIBLE : await readFile(chemin)
  } catch (cause) {
    return estAbsent(cause) ? null : ILLISIBLE
  }
}

const ILLISIBLE = new Uint8Array()

const estAbsent = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
