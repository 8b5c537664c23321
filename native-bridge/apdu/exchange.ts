import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import type { CardChannel, CardCommand } from './card-command.ts'

/** A card that always has "more to give" must not hold the desk: 64 KiB is more than any card file. */
const TOURS_MAX = 256

/**
 * Runs one command on a card, the T=0 way: `61xx` fetches the rest with GET RESPONSE, `6Cxx` asks again with the length the
 * card gives. `cartes/contenu-illisible` when the answer has no status word or never ends. Source: ISO 7816-3, 7816-4.
 */
export async function exchange<T>(card: CardChannel, command: CardCommand<T>): Promise<Result<T, Refus>> {
  let bytes = command.bytes
  const morceaux: Uint8Array[] = []
  for (let tour = 0; tour < TOURS_MAX; tour += 1) {
    const reponse = await card.transmit(bytes)
    if (!reponse.ok) return reponse
    const fin = reponse.value.length - 2
    if (fin < 0) break
    const sw1 = reponse.value[fin] ?? 0
    const sw2 = reponse.value[fin + 1] ?? 0
    if (sw1 === 0x6c) {
      bytes = Uint8Array.of(...bytes.subarray(0, 4), sw2)
      continue
    }
    morceaux.push(reponse.value.subarray(0, fin))
    if (sw1 !== 0x61) return command.read(Buffer.concat(morceaux), (sw1 << 8) | sw2)
    bytes = getResponse(sw2)
  }
  return echec(refuser('cartes/contenu-illisible'))
}

const getResponse = (length: number): Uint8Array => Uint8Array.of(0x00, 0xc0, 0x00, 0x00, length)
