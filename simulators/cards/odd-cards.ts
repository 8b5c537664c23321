import { fileCard } from './file-card.ts'
import type { VirtualCard } from './vpcd-slot.ts'

/** A card no table knows. */
export const unknownCard = (): VirtualCard =>
  fileCard(Uint8Array.from(Buffer.from('3B6500002063CB6800', 'hex')), [])

/** A first generation Vitale, known by its ATR alone. */
const ancienneVitale = (): VirtualCard =>
  fileCard(Uint8Array.from(Buffer.from('3F65250052096A9000', 'hex')), [])

/** A card known by its ATR that has no application: a badge of the health insurance, or a professional card too new for its library. */
const atrOnly = (atr: string) => (): VirtualCard => fileCard(Uint8Array.from(Buffer.from(atr, 'hex')), [])

/** Cards one may insert that are neither a family's nor a simulated holder's. */
export const CARTES_DIVERSES: Readonly<Record<string, () => VirtualCard>> = {
  ancienne: ancienneVitale,
  inconnue: unknownCard,
  agent: atrOnly('3B6700002D201601789000'),
  cps4: atrOnly('3B9B188001001225006480040100009044'),
}

/** A card upside down or dirty: an ATR longer than any card's makes vpcd fail to power it, which is a mute card. */
export const muteCard = (): VirtualCard => ({
  atr: new Uint8Array(40),
  reset: () => undefined,
  apdu: () => Uint8Array.of(0x6f, 0x00),
})

/** The same card, which stops answering for ever after some commands. */
export function stallingCard(card: VirtualCard, apresCommandes: number): VirtualCard {
  let recues = 0
  return {
    atr: card.atr,
    reset: () => card.reset(),
    apdu(command) {
      recues += 1
      return recues > apresCommandes ? new Promise<never>(() => undefined) : card.apdu(command)
    },
  }
}
