import { crc32, deflateSync } from 'node:zlib'
import type { Bitmap } from './bitmap.ts'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** Writes a picture of greys as a PNG file. Source: RFC 2083. */
export function ecrirePng({ largeur, hauteur, gris }: Bitmap): Uint8Array {
  const entete = Buffer.alloc(13)
  entete.writeUInt32BE(largeur, 0)
  entete.writeUInt32BE(hauteur, 4)
  entete[8] = 8 // bits per sample; colour type 0, no interlace
  const lignes = Buffer.alloc((largeur + 1) * hauteur) // each row starts with filter 0
  for (let y = 0; y < hauteur; y++)
    lignes.set(gris.subarray(y * largeur, (y + 1) * largeur), y * (largeur + 1) + 1)
  return Buffer.concat([
    SIGNATURE,
    bloc('IHDR', entete),
    bloc('IDAT', deflateSync(lignes)),
    bloc('IEND', Buffer.alloc(0)),
  ])
}

function bloc(nom: string, donnees: Buffer): Buffer {
  const corps = Buffer.concat([Buffer.from(nom, 'latin1'), donnees])
  const [longueur, somme] = [Buffer.alloc(4), Buffer.alloc(4)]
  longueur.writeUInt32BE(donnees.length)
  somme.writeUInt32BE(crc32(corps))
  return Buffer.concat([longueur, corps, somme])
}
