import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBarcodes } from 'zxing-wasm/reader'
import { dessinerCode128 } from './code128.ts'
import { dessinerDatamatrix } from './datamatrix.ts'
import { PATIENT_ANS, PROVISOIRE } from './exemples-de-test.ts'
import { creerImpression } from './impression.ts'
import { chargerRelecteur, type Relecteur } from './relecture.ts'

const REFUS = { ok: false, error: { code: 'impression/relecture' } }
const MESSAGE =
  'IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE\u001DS4PAT-TROIS\u001DS5FS628-03-1979S763220'

let relecteur: Relecteur
beforeAll(async () => {
  relecteur = await chargerRelecteur()
})

describe('relecture avant impression : le symbole dit le message à l’octet près', () => {
  it('le symbole du message passe', async () => {
    const matrice = dessinerDatamatrix(MESSAGE)
    expect(await relecteur.datamatrix(matrice, MESSAGE)).toEqual({ ok: true, value: matrice })
  })

  it.each([
    ['un autre patient', MESSAGE.replace('PAT-TROIS', 'PAT-DEUX')],
    ['un séparateur perdu', MESSAGE.replace('\u001D', '')],
    ['un espace en trop', `${MESSAGE} `],
  ])('%s est refusé', async (_cas, autre) =>
    expect(await relecteur.datamatrix(dessinerDatamatrix(autre), MESSAGE)).toEqual(REFUS),
  )

  it('un symbole dont le repère manque est refusé', async () => {
    const { cote, modules } = dessinerDatamatrix(MESSAGE)
    const efface = modules.map((module, rang) =>
      rang % cote === 0 || rang >= cote * (cote - 1) ? 0 : module,
    )
    expect(await relecteur.datamatrix({ cote, modules: efface }, MESSAGE)).toEqual(REFUS)
  })
})

describe('Code 128 de l’IPP et du NDA', () => {
  it.each([
    ['8001234567', 90],
    ['800123456', 101],
    ['IPP-0042', 112],
    [' ~"\\^FS', 112],
  ])('« %s » se relit et tient en %i modules', async (identifiant, largeur) => {
    const barres = dessinerCode128(identifiant)
    expect(barres.ok && barres.value.reduce((somme, modules) => somme + modules, 0)).toBe(largeur)
    expect(barres.ok && (await relecteur.code128(barres.value, identifiant)).ok).toBe(true)
    expect(barres.ok && (await relecteur.code128(barres.value, `${identifiant}0`))).toEqual(REFUS)
  })

  it.each(['', 'É1', '12\u001D', '12\n'])('« %s » est refusé', (identifiant) =>
    expect(dessinerCode128(identifiant)).toEqual({ ok: false, error: { code: 'impression/identifiant' } }),
  )

  it('500 identifiants générés se relisent tous : la relecture ne refuse pas à tort', async () => {
    const identifiant = fc.oneof(
      fc.integer({ min: 0, max: 9_999_999_999 }).map(String),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
    )
    await fc.assert(
      fc.asyncProperty(identifiant, async (texte) => {
        const barres = dessinerCode128(texte)
        expect(barres.ok && (await relecteur.code128(barres.value, texte)).ok).toBe(true)
      }),
      { numRuns: 500, seed: 128 },
    )
  })

  it('« ^029 » reste du texte', async () => {
    const barres = dessinerCode128('^029^FNC1')
    expect(barres.ok && (await relecteur.code128(barres.value, '^029^FNC1')).ok).toBe(true)
  })
})

describe('image PNG du DataMatrix', () => {
  it('se décode depuis le fichier, zone de silence comprise', async () => {
    const png = await (await creerImpression()).datamatrixPng(PATIENT_ANS, 6)
    const lus = png.ok ? await readBarcodes(png.value, { formats: ['DataMatrix'] }) : []
    expect(lus.map((lu) => Buffer.from(lu.bytes).toString('latin1'))).toEqual([MESSAGE])
    const largeur = png.ok ? Buffer.from(png.value).readUInt32BE(16) : 0
    expect(largeur).toBe((40 + 4) * 6)
  })

  it('EXI SI 08 : refusée pour une identité non qualifiée', async () =>
    expect(await (await creerImpression()).datamatrixPng(PROVISOIRE, 6)).toEqual({
      ok: false,
      error: { code: 'identite/non-qualifiee' },
    }))
})
