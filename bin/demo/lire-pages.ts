import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBarcodes, type ReadInputBarcodeFormat } from 'zxing-wasm/reader'
import { chargerRelecteur } from '#services/impression/relecture.ts'

/** Every symbol of a picture, as the bytes a scanner would type. */
export async function lireSymbolesImage(
  image: string,
  formats: readonly ReadInputBarcodeFormat[],
): Promise<readonly string[]> {
  await chargerRelecteur()
  const symboles = await readBarcodes(readFileSync(image), {
    formats: [...formats],
    maxNumberOfSymbols: 255,
    tryHarder: true,
  })
  return symboles.filter(({ isValid }) => isValid).map(({ bytes }) => Buffer.from(bytes).toString('latin1'))
}

/** Every symbol of a printed page, drawn at `dpi`. */
export async function lireSymboles(
  pdf: string,
  dpi: number,
  formats: readonly ReadInputBarcodeFormat[],
): Promise<readonly string[]> {
  const dossier = mkdtempSync(join(tmpdir(), 'guichet-pages-'))
  try {
    spawnSync('pdftoppm', ['-r', String(dpi), '-png', '-gray', pdf, join(dossier, 'page')])
    const pages = readdirSync(dossier).map((image) => lireSymbolesImage(join(dossier, image), formats))
    return (await Promise.all(pages)).flat()
  } finally {
    rmSync(dossier, { recursive: true })
  }
}
