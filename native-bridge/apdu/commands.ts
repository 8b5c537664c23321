import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import type { CardCommand } from './card-command.ts'

const FAIT = 0x9000
const FIN_DE_FICHIER = 0x6282
const INTROUVABLE = 0x6a82
const DECALAGE_HORS_FICHIER = 0x6b00

/** Longest piece a short READ BINARY gives, in bytes; it is written 00 in the command. */
export const MORCEAU = 256

/** Selects an application by its identifier: whether the card has it. Source: ISO 7816-4, 11.2.2. */
export function selectApplication(aid: Uint8Array): CardCommand<boolean> {
  return {
    bytes: Uint8Array.of(0x00, 0xa4, 0x04, 0x00, aid.length, ...aid),
    read: (_data, sw) => succes(sw === FAIT),
  }
}

/** Selects an elementary file of the current application: whether it has it. Source: cardpeek, vitale_2.lua and iso7816.c (P1 02). */
export function selectFile(fid: number): CardCommand<boolean> {
  return {
    bytes: Uint8Array.of(0x00, 0xa4, 0x02, 0x00, 0x02, fid >> 8, fid & 0xff),
    read: (_data, sw) => {
      if (sw === FAIT) return succes(true)
      return sw === INTROUVABLE ? succes(false) : echec(refuser('cartes/contenu-illisible'))
    },
  }
}

/** Reads at most `MORCEAU` bytes of the current file; empty past its end, null when the card keeps the file to itself. */
export function readBinary(offset: number): CardCommand<Uint8Array | null> {
  return {
    bytes: Uint8Array.of(0x00, 0xb0, offset >> 8, offset & 0xff, 0x00),
    read: (data, sw) => {
      if (sw === FAIT || sw === FIN_DE_FICHIER) return succes(data)
      if (sw === DECALAGE_HORS_FICHIER) return succes(new Uint8Array())
      return PROTEGE.has(sw) ? succes(null) : echec(refuser('cartes/contenu-illisible'))
    },
  }
}

/** Security status not satisfied, conditions of use not satisfied, command not allowed. */
const PROTEGE: ReadonlySet<number> = new Set([0x6982, 0x6985, 0x6986])
