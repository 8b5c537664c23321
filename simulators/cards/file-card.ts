import type { VirtualCard } from './vpcd-slot.ts'
import { tlv } from './write-tlv.ts'

interface Fichier {
  readonly fid: number
  readonly contenu: Uint8Array
  /** A file the card lists and keeps to itself. */
  readonly protege?: boolean
}

export interface Application {
  readonly aid: Uint8Array
  readonly fichiers: readonly Fichier[]
}

const FAIT = 0x9000
const INTROUVABLE = 0x6a82
const SECURITE = 0x6982
const SANS_FICHIER = 0x6986
const HORS_FICHIER = 0x6b00
const INSTRUCTION_INCONNUE = 0x6d00
const LONGUEUR_FAUSSE = 0x6700

/**
 * A file card with the strict manners of T=0: data of a SELECT wait for GET RESPONSE (`61xx`), a wrong length is refused with the
 * right one (`6Cxx`). Source: ISO 7816-3 and 7816-4.
 */
export function fileCard(atr: Uint8Array, applications: readonly Application[]): VirtualCard {
  let application: Application | undefined = applications[0]
  let fichier: Fichier | undefined
  let attente = new Uint8Array()

  const later = (data: Uint8Array<ArrayBuffer>): Uint8Array => {
    attente = data
    return status(0x6100 | (data.length & 0xff))
  }
  const select = (p1: number, data: Uint8Array): Uint8Array => {
    if (p1 === 0x04) {
      const choisie = applications.find((une) => Buffer.from(une.aid).equals(data))
      if (!choisie) return status(INTROUVABLE)
      application = choisie
      fichier = undefined
      return later(tlv(0x6f, tlv(0x84, choisie.aid)))
    }
    const fid = ((data.at(-2) ?? 0) << 8) | (data.at(-1) ?? 0)
    const choisi = application?.fichiers.find((un) => un.fid === fid)
    if (!choisi) return status(INTROUVABLE)
    fichier = choisi
    return later(tlv(0x6f, tlv(0x80, word(choisi.contenu.length)), tlv(0x83, word(fid))))
  }
  const readBinary = (offset: number, le: number): Uint8Array => {
    if (!fichier) return status(SANS_FICHIER)
    if (fichier.protege === true) return status(SECURITE)
    const reste = fichier.contenu.length - offset
    if (reste <= 0) return status(HORS_FICHIER)
    if (reste < le) return status(0x6c00 | reste)
    return answer(fichier.contenu.subarray(offset, offset + le), FAIT)
  }
  const getResponse = (le: number): Uint8Array => {
    const morceau = attente.subarray(0, le)
    attente = attente.subarray(morceau.length)
    return answer(morceau, attente.length === 0 ? FAIT : 0x6100 | (attente.length & 0xff))
  }
  return {
    atr,
    reset() {
      application = applications[0]
      fichier = undefined
      attente = new Uint8Array()
    },
    apdu(command) {
      const [, ins, p1 = 0, p2 = 0, p3 = 0] = command
      const le = p3 === 0 ? 256 : p3
      if (ins === 0xa4)
        return command.length === 5 + p3 ? select(p1, command.subarray(5)) : status(LONGUEUR_FAUSSE)
      if (ins === 0xb0) return readBinary((p1 << 8) | p2, le)
      if (ins === 0xc0) return getResponse(le)
      return status(INSTRUCTION_INCONNUE)
    },
  }
}

const word = (valeur: number): Uint8Array => Uint8Array.of(valeur >> 8, valeur & 0xff)

const status = (sw: number): Uint8Array => word(sw)

const answer = (data: Uint8Array, sw: number): Uint8Array => new Uint8Array(Buffer.concat([data, status(sw)]))
