import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { CardChannel } from './card-command.ts'
import { MORCEAU, readBinary, selectFile } from './commands.ts'
import { exchange } from './exchange.ts'

/** Larger than any file of an identity card, and half of what a READ BINARY offset can reach. */
const TAILLE_MAX = 16_384

/**
 * Reads a whole file of the current application; null when the card has no such file or protects it. `wanted` looks at the first
 * bytes and may spare the rest: a real card gives about one kilobyte a second.
 */
export async function readFile(
  card: CardChannel,
  fid: number,
  wanted: (head: Uint8Array) => boolean = () => true,
): Promise<Result<Uint8Array | null, Refus>> {
  const selected = await exchange(card, selectFile(fid))
  if (!selected.ok) return selected
  if (!selected.value) return succes(null)
  const morceaux: Uint8Array[] = []
  for (let offset = 0; offset < TAILLE_MAX; offset += MORCEAU) {
    const lu = await exchange(card, readBinary(offset))
    if (!lu.ok) return lu
    if (lu.value === null) return succes(null)
    if (offset === 0 && !wanted(lu.value)) return succes(null)
    morceaux.push(lu.value)
    if (lu.value.length < MORCEAU) return succes(new Uint8Array(Buffer.concat(morceaux)))
  }
  return echec(refuser('cartes/contenu-illisible'))
}
