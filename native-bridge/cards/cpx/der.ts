import { readTlvs, type Tlv } from '../../apdu/tlv.ts'

/** Tags of the DER objects a certificate is made of. Source: X.690. */
export const DER = {
  BOOLEAN: 0x01,
  INTEGER: 0x02,
  BIT_STRING: 0x03,
  OCTET_STRING: 0x04,
  OID: 0x06,
  UTC_TIME: 0x17,
  GENERALIZED_TIME: 0x18,
  SEQUENCE: 0x30,
  SET: 0x31,
} as const

/** Objects inside a constructed one; none when its bytes are not whole. */
export function childrenOf(objet: Tlv | undefined): readonly Tlv[] {
  const lus = objet ? readTlvs(objet.value) : undefined
  return lus?.ok ? lus.value : []
}

/** An object identifier in dotted decimal; empty when it is not one. */
export function oidText(objet: Tlv | undefined): string {
  if (objet?.tag !== DER.OID) return ''
  const arcs: number[] = []
  let arc = 0
  for (const octet of objet.value) {
    arc = arc * 128 + (octet & 0x7f)
    if (octet >= 0x80) continue
    arcs.push(...(arcs.length === 0 ? firstArcs(arc) : [arc]))
    arc = 0
  }
  return arcs.join('.')
}

const firstArcs = (arc: number): readonly number[] => {
  const premier = Math.min(2, Math.floor(arc / 40))
  return [premier, arc - premier * 40]
}

const UTF8 = 0x0c
const UTF16 = 0x1e
/** PrintableString, TeletexString (written as Latin-1 by everyone), IA5String. */
const LATIN1: ReadonlySet<number> = new Set([0x13, 0x14, 0x16])

/** The text of a directory string; null for another type, or one that holds a control character. */
export function stringText(objet: Tlv | undefined): string | null {
  const texte = objet ? decodeText(objet) : null
  return texte === null || /\p{Cc}/u.test(texte) ? null : texte
}

function decodeText({ tag, value }: Tlv): string | null {
  if (tag === UTF8) return Buffer.from(value).toString('utf8')
  if (LATIN1.has(tag)) return Buffer.from(value).toString('latin1')
  if (tag === UTF16 && value.length % 2 === 0) return Buffer.from(value).swap16().toString('utf16le')
  return null
}

/** A small integer, not negative; null when it is larger than four bytes hold. */
export function smallInteger(objet: Tlv | undefined): number | null {
  if (objet?.tag !== DER.INTEGER || objet.value.length === 0 || objet.value.length > 4) return null
  const valeur = Buffer.from(objet.value).readIntBE(0, objet.value.length)
  return valeur < 0 ? null : valeur
}

/** Whether a bit of a BIT STRING is set, counted from the first. */
export const hasBit = (objet: Tlv | undefined, rang: number): boolean =>
  objet?.tag === DER.BIT_STRING && ((objet.value[1 + (rang >> 3)] ?? 0) & (0x80 >> (rang & 7))) !== 0

/** An instant, `AAAA-MM-JJTHH:MM:SSZ`; null when it is not one, in UTC and to the second. Source: RFC 5280, 4.1.2.5. */
export function instantText(objet: Tlv | undefined): string | null {
  const texte = objet ? Buffer.from(objet.value).toString('latin1') : ''
  const annee = objet?.tag === DER.UTC_TIME ? `${texte < '50' ? '20' : '19'}${texte}` : texte
  const lu = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(annee)
  if (!lu || (objet?.tag !== DER.UTC_TIME && objet?.tag !== DER.GENERALIZED_TIME)) return null
  const instant = `${lu[1]}-${lu[2]}-${lu[3]}T${lu[4]}:${lu[5]}:${lu[6]}Z`
  return Number.isNaN(Date.parse(instant)) ? null : instant
}
