import { fileCard } from '../file-card.ts'
import type { VirtualCard } from '../vpcd-slot.ts'
import { tlv } from '../write-tlv.ts'

const ATR = hex('3BAC00402A001225006480000310009000')
const AID = hex('E828BD080F8025000001FF0010')

/** Issuer number every serial number starts with. */
const EMETTEUR = '8025000001'

/**
 * A CPS3 or CPE as PC/SC sees it: its ATR, its application, its serial number (EF.SN.ICC). Keys and PIN are the Cryptolib's affair,
 * which the simulated library stands in for. Source: ANS, Cryptolib CPS, card-cps3.c.
 */
export const cpsCard = (numero: string): VirtualCard =>
  fileCard(ATR, [
    {
      aid: AID,
      fichiers: [
        { fid: 0x2f00, contenu: tlv(0x61, tlv(0x4f, AID), tlv(0x50, Buffer.from('ASIP CPS'))) },
        { fid: 0xd003, contenu: tlv(0x5a, hex(EMETTEUR + numero.padStart(10, '0').slice(-10))) },
      ],
    },
  ])

function hex(texte: string): Uint8Array {
  return new Uint8Array(Buffer.from(texte, 'hex'))
}
