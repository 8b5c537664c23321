/** Writes one BER-TLV object, its value given in pieces; lengths up to 65 535 bytes. Source: ISO 7816-4, 5.2.2. */
export function tlv(tag: number, ...morceaux: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const valeur = Buffer.concat(morceaux)
  const octetsTag = tag > 0xff ? [tag >> 8, tag & 0xff] : [tag]
  return new Uint8Array(
    Buffer.concat([Uint8Array.from([...octetsTag, ...lengthBytes(valeur.length)]), valeur]),
  )
}

function lengthBytes(longueur: number): readonly number[] {
  if (longueur < 0x80) return [longueur]
  return longueur < 0x100 ? [0x81, longueur] : [0x82, longueur >> 8, longueur & 0xff]
}
