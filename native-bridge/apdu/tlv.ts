import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/** One BER-TLV object; `value` is a view of the bytes it was read from. */
export interface Tlv {
  readonly tag: number
  readonly value: Uint8Array
}

const OBJETS_MAX = 512

/**
 * Reads the objects of one level, skipping the 00 and FF padding between them. Tags of one or two bytes, lengths up to three.
 * `cartes/contenu-illisible` for a length that overruns the bytes. Source: ISO 7816-4, 5.2.2.
 */
export function readTlvs(bytes: Uint8Array): Result<readonly Tlv[], Refus> {
  const objets: Tlv[] = []
  let position = 0
  while (position < bytes.length) {
    if (isPadding(bytes[position])) {
      position += 1
      continue
    }
    const lu = readOne(bytes, position)
    if (!lu || objets.length === OBJETS_MAX) return echec(refuser('cartes/contenu-illisible'))
    objets.push(lu.objet)
    position = lu.fin
  }
  return succes(objets)
}

/** The value of the first object of this tag. */
export const valueOf = (objets: readonly Tlv[], tag: number): Uint8Array | undefined =>
  objets.find((objet) => objet.tag === tag)?.value

const isPadding = (octet: number | undefined): boolean => octet === 0x00 || octet === 0xff

function readOne(bytes: Uint8Array, debut: number): { objet: Tlv; fin: number } | null {
  const tag = readTag(bytes, debut)
  if (!tag) return null
  const longueur = readLength(bytes, tag.fin)
  if (!longueur) return null
  const fin = longueur.fin + longueur.valeur
  if (fin > bytes.length) return null
  return { objet: { tag: tag.valeur, value: bytes.subarray(longueur.fin, fin) }, fin }
}

interface Lu {
  readonly valeur: number
  readonly fin: number
}

function readTag(bytes: Uint8Array, debut: number): Lu | null {
  const premier = bytes[debut]
  if (premier === undefined) return null
  if ((premier & 0x1f) !== 0x1f) return { valeur: premier, fin: debut + 1 }
  const second = bytes[debut + 1]
  if (second === undefined || second >= 0x80) return null
  return { valeur: (premier << 8) | second, fin: debut + 2 }
}

function readLength(bytes: Uint8Array, debut: number): Lu | null {
  const premier = bytes[debut]
  if (premier === undefined) return null
  if (premier < 0x80) return { valeur: premier, fin: debut + 1 }
  const nombre = premier - 0x80
  if (nombre < 1 || nombre > 2 || debut + nombre >= bytes.length) return null
  let valeur = 0
  for (let rang = 1; rang <= nombre; rang += 1) valeur = (valeur << 8) | (bytes[debut + rang] ?? 0)
  return { valeur, fin: debut + 1 + nombre }
}
