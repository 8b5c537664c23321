import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import type { Matrice } from '#domain/etiquette/primitive.ts'
import { lireSymbole } from '#services/impression/codewords.ts'

/** First codeword of the symbol alone in a picture this product wrote: 8-bit greys, whole modules; null when unreadable. */
export function lireCodewordsImage(png: string): number | null {
  return lireSymbole(lireModules(readFileSync(png)))?.premier ?? null
}

/** The module matrix of a symbol: its box is where ink is, its module the first run of the alternating top edge. */
function lireModules(png: Buffer): Matrice {
  const largeur = png.readUInt32BE(16)
  const hauteur = png.readUInt32BE(20)
  const lignes = inflateSync(blocs(png, 'IDAT'))
  const noir = (x: number, y: number): boolean => (lignes[y * (largeur + 1) + 1 + x] ?? 255) < 128
  const rangs = Array.from({ length: hauteur }, (_, y) => y)
  const haut = rangs.findIndex((y) => rangs.some((x) => noir(x, y)))
  const gauche = rangs.findIndex((x) => rangs.some((y) => noir(x, y)))
  const module = rangs.findIndex((pas) => !noir(gauche + pas, haut))
  const cote = Math.round((largeur - 2 * gauche) / module)
  const centre = (rang: number): number => rang * module + (module >> 1)
  const modules = Array.from({ length: cote * cote }, (_, rang) =>
    noir(gauche + centre(rang % cote), haut + centre(Math.floor(rang / cote))) ? 1 : 0,
  )
  return { cote, modules }
}

/** The data of every block of that name, joined. */
function blocs(png: Buffer, nom: string): Buffer {
  const trouves: Buffer[] = []
  for (let rang = 8; rang < png.length;) {
    const longueur = png.readUInt32BE(rang)
    if (png.toString('latin1', rang + 4, rang + 8) === nom)
      trouves.push(png.subarray(rang + 8, rang + 8 + longueur))
    rang += 12 + longueur
  }
  return Buffer.concat(trouves)
}
