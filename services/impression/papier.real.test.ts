import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBarcodes } from 'zxing-wasm/reader'
import { messageDatamatrix } from '#domain/etiquette/datamatrix-ins.ts'
import { places, PLANCHE_24 } from '#domain/etiquette/planche-24.ts'
import type { Boite } from '#domain/etiquette/primitive.ts'
import type { Identite } from '#domain/identite/identite.ts'
import { ecrireMatricule } from '#domain/identite/matricule.ts'
import { CONTEXTE, identiteQualifiee, PATIENT_ANS, PROVISOIRE } from './exemples-de-test.ts'
import { creerImpression, type Impression } from './impression.ts'

/** Needs pdftoppm, pdftotext, pdffonts (poppler-utils) and dmtxread (dmtx-utils); their absence fails the tests. */
const DPI = 300

let impression = {} as Impression
beforeAll(async () => {
  impression = await creerImpression()
})

async function planche(identite: Identite, contexte = CONTEXTE): Promise<Uint8Array> {
  const rendu = await impression.etiquettes({ identite, contexte, nombre: 24, premiere: 1 })
  if (!rendu.ok) throw new Error(rendu.error.code)
  return rendu.value.pdf
}

async function fiche(identite: Identite, contexte = CONTEXTE): Promise<Uint8Array> {
  const rendu = await impression.fiche({ identite, contexte })
  if (!rendu.ok) throw new Error(rendu.error.code)
  return rendu.value.pdf
}

const lancer = (outil: string, options: readonly string[], input: Uint8Array): Buffer =>
  execFileSync(outil, options, { input, maxBuffer: 100_000_000 })

/** Words of a PDF, one line of the page per line. */
const texteDe = (pdf: Uint8Array): string => lancer('pdftotext', ['-raw', '-', '-'], pdf).toString('utf8')

interface Image {
  readonly width: number
  readonly height: number
  readonly gris: Buffer
}

/** The page as a laser printer of 300 dots per inch would lay it down: black or white. */
function rasteriser(pdf: Uint8Array): Image {
  const pgm = lancer(
    'pdftoppm',
    ['-r', String(DPI), '-gray', '-aa', 'no', '-aaVector', 'no', '-singlefile', '-'],
    pdf,
  )
  const entete = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'))
  if (!entete) throw new Error('pgm')
  return { width: Number(entete[1]), height: Number(entete[2]), gris: pgm.subarray(entete[0].length) }
}

function decouper({ width, gris }: Image, boite: Boite) {
  const px = (micrometres: number) => Math.round((micrometres / 25_400) * DPI)
  const [x, y, largeur, hauteur] = [px(boite.x), px(boite.y), px(boite.largeur), px(boite.hauteur)]
  const data = new Uint8ClampedArray(largeur * hauteur * 4).fill(255)
  for (let point = 0; point < largeur * hauteur; point++) {
    const niveau = gris[(y + Math.floor(point / largeur)) * width + x + (point % largeur)] ?? 255
    data.fill(niveau, point * 4, point * 4 + 3)
  }
  return { data, width: largeur, height: hauteur, colorSpace: 'srgb' as const }
}

const codes = async (image: ReturnType<typeof decouper>, format: 'Code128' | 'DataMatrix') =>
  (await readBarcodes(image, { formats: [format] }))
    .map((lu) => Buffer.from(lu.bytes).toString('latin1'))
    .sort()

describe('planche de 24 rastérisée à 300 points par pouce', () => {
  it.each([
    ['qualifiée', PATIENT_ANS, CONTEXTE],
    ['provisoire, en simulation', PROVISOIRE, { ...CONTEXTE, environnement: 'simulation' }],
    ['identifiants longs', PATIENT_ANS, { ...CONTEXTE, ipp: '800123456789', nda: 'URG-26-00042' }],
  ])('les 48 codes se relisent, étiquette par étiquette (%s)', async (_cas, identite, contexte) => {
    const image = rasteriser(await planche(identite, contexte))
    for (const { x, y } of places(24))
      expect(await codes(decouper(image, { x, y, ...PLANCHE_24.etiquette }), 'Code128')).toEqual(
        [contexte.ipp, contexte.nda].sort(),
      )
  })

  it('40 identités générées : les deux codes de la première et de la dernière étiquette se relisent', async () => {
    await fc.assert(
      fc.asyncProperty(identiteQualifiee, async (identite) => {
        const image = rasteriser(await planche(identite))
        for (const { x, y } of [...places(1), ...places(1, 24)])
          expect(await codes(decouper(image, { x, y, ...PLANCHE_24.etiquette }), 'Code128')).toEqual([
            CONTEXTE.nda,
            CONTEXTE.ipp,
          ])
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  it('texte de la page, à l’octet près', async () =>
    expect(
      texteDe(await planche(PATIENT_ANS))
        .split('\n')
        .slice(0, 7),
    ).toEqual([
      'PAT-TROIS',
      'DOMINIQUE MARIE-LOUISE',
      'Née le 28/03/1979 · Sexe F',
      'Nom utilisé DUPONT',
      'IDENTITÉ QUALIFIÉE Entrée 22/11/2026 · Urgences adultes',
      'IPP 8001234567 NDA 2600123456',
      'Lot E26-000123 · 22/11/2026 à 09:17 · M. Martin · ADM-03',
    ]))

  it('ni matricule ni DataMatrix sur une étiquette', async () => {
    const pdf = await planche(PATIENT_ANS)
    expect(texteDe(pdf)).not.toMatch(/2 ?79 ?03|1\.2\.250/)
    const image = rasteriser(pdf)
    expect(await codes(decouper(image, { x: 0, y: 0, ...PLANCHE_24.etiquette }), 'DataMatrix')).toEqual([])
  })

  it.each([
    ['fin de texte PDF', ') Tj ET Q BT /F1 40 Tf (FAUX PATIENT'],
    ['commandes ZPL', 'DUPONT^FS^FO20,120^A0N,60,60^FDFAUX'],
    ['inversion du sens et espace nul', 'A\u202EB\u200BC\u0000D'],
    ['balises', '<script>alert(1)</script> %PDF-1.7 endobj'],
  ])('texte hostile inerte : %s', async (_cas, agent) => {
    const texte = texteDe(await planche(PATIENT_ANS, { ...CONTEXTE, agent }))
    const attendu = agent.replace(/[\p{Cc}\p{Cf}]/gu, '')
    expect(texte.split('\n').filter((ligne) => ligne.startsWith('Lot'))).toHaveLength(24)
    expect(texte.replaceAll('\n', ' ')).toContain(`à 09:17 · ${attendu.slice(0, 20)}`)
    const sobre = texteDe(await planche(PATIENT_ANS, { ...CONTEXTE, agent: 'M' }))
    expect(texte.split('\n').length).toBe(sobre.split('\n').length)
  })

  it('polices incorporées et réduites aux caractères de la page', async () => {
    const lignes = lancer('pdffonts', ['-'], await planche(PATIENT_ANS))
      .toString()
      .trim()
      .split('\n')
      .slice(2)
    expect(lignes.length).toBeGreaterThan(1)
    for (const ligne of lignes) expect(ligne).toMatch(/yes (?:yes|no ) yes|yes\s+yes\s+yes/)
  })
})

describe("fiche d'admission rastérisée à 300 points par pouce", () => {
  const PAGE = { x: 0, y: 0, largeur: 210_000, hauteur: 297_000 }
  const message = (identite: Identite) => {
    const lu = messageDatamatrix(identite)
    return lu.ok ? [lu.value] : []
  }

  it.each([
    ['qualifiée', PATIENT_ANS],
    ['provisoire', PROVISOIRE],
  ])(
    'identité %s : DataMatrix INS seulement si elle est qualifiée, IPP et NDA toujours',
    async (_cas, identite) => {
      const image = decouper(rasteriser(await fiche(identite)), PAGE)
      expect(await codes(image, 'DataMatrix')).toEqual(message(identite))
      expect(await codes(image, 'Code128')).toEqual([CONTEXTE.nda, CONTEXTE.ipp])
    },
  )

  it('texte de la page : traits, matricule, mention « INS à scanner »', async () => {
    const lignes = texteDe(await fiche(PATIENT_ANS)).split('\n')
    for (const ligne of ['PAT-TROIS', 'DOMINIQUE MARIE-LOUISE', '2 79 03 51 215 189 89', 'INS à scanner'])
      expect(lignes.some((lue) => lue.includes(ligne))).toBe(true)
  })

  it('20 identités générées : noms, prénoms et matricule se retrouvent dans le texte de la page', async () => {
    await fc.assert(
      fc.asyncProperty(identiteQualifiee, async (identite) => {
        const sansCoupe = (texte: string) => texte.replaceAll('\n', ' ').replaceAll('- ', '-')
        const texte = sansCoupe(texteDe(await fiche(identite)))
        const { nomNaissance, prenomsNaissance } = identite.traits
        for (const trait of [
          nomNaissance,
          prenomsNaissance,
          ecrireMatricule(identite.insi?.ins.matricule ?? ''),
        ])
          expect(texte).toContain(sansCoupe(trait))
      }),
      { numRuns: 20, seed: 3 },
    )
  })

  it('20 identités générées : dmtxread, autre décodeur, relit le DataMatrix de la page', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'datamatrix-'))
    try {
      await fc.assert(
        fc.asyncProperty(identiteQualifiee, async (identite) => {
          const png = lancer(
            'pdftoppm',
            ['-r', '300', '-png', '-singlefile', '-x', '1800', '-W', '680', '-'],
            await fiche(identite),
          )
          const fichier = join(dossier, 'fiche.png')
          writeFileSync(fichier, png)
          const lu = lancer('dmtxread', ['-N', '1', '-m', '20000', fichier], new Uint8Array())
          expect(lu.toString('latin1')).toBe(message(identite)[0])
        }),
        { numRuns: 20, seed: 11 },
      )
    } finally {
      rmSync(dossier, { recursive: true })
    }
  })
})
