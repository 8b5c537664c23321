import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Barres, Matrice } from '#domain/etiquette/primitive.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { prepareZXingModule, readBarcodes, type ReadInputBarcodeFormat } from 'zxing-wasm/reader'
import { peindreBarres, peindreMatrice, type Bitmap } from './bitmap.ts'
import { estConforme, lireSymbole } from './codewords.ts'

/** Reads symbols back before they are printed. Refusal: `impression/relecture`. */
export interface Relecteur {
  datamatrix(matrice: Matrice, message: string): Promise<Result<Matrice, Refus>>
  code128(barres: Barres, identifiant: string): Promise<Result<Barres, Refus>>
}

const PIXELS_MATRICE = 4
const PIXELS_BARRES = 2
const SILENCE = 2

/** Loads the decoder from the installed package: left alone, it would fetch its binary from a public server. */
export async function chargerRelecteur(): Promise<Relecteur> {
  const chemin = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const binaire = await readFile(chemin)
  await prepareZXingModule({
    overrides: { wasmBinary: Uint8Array.from(binaire).buffer },
    fireImmediately: true,
  })
  return {
    datamatrix: async (matrice, message) =>
      estConforme(lireSymbole(matrice), message) &&
      (await ditExactement(peindreMatrice(matrice, PIXELS_MATRICE, SILENCE), 'DataMatrix', message))
        ? succes(matrice)
        : echec(refuser('impression/relecture')),
    code128: async (barres, identifiant) =>
      (await ditExactement(peindreBarres(barres, PIXELS_BARRES), 'Code128', identifiant))
        ? succes(barres)
        : echec(refuser('impression/relecture')),
  }
}

async function ditExactement(
  bitmap: Bitmap,
  format: ReadInputBarcodeFormat,
  attendu: string,
): Promise<boolean> {
  const lus = await readBarcodes(enCouleurs(bitmap), { formats: [format], maxNumberOfSymbols: 2 })
  const [lu] = lus
  return lus.length === 1 && lu !== undefined && Buffer.from(attendu, 'latin1').equals(lu.bytes)
}

/** The decoder takes the picture type of browsers, whose four bytes per pixel are colours and opacity. */
function enCouleurs({ largeur, hauteur, gris }: Bitmap) {
  const data = new Uint8ClampedArray(largeur * hauteur * 4).fill(255)
  for (const [rang, valeur] of gris.entries()) data.fill(valeur, rang * 4, rang * 4 + 3)
  return { data, width: largeur, height: hauteur, colorSpace: 'srgb' as const }
}
