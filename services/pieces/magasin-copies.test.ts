import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COPIES_PAR_DEFAUT } from '#domain/copies/reglages-copies.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { admissionQualifiee } from '../coffre/admission-exemple.ts'
import type { Coffre } from '../coffre/coffre.ts'
import { coffreEssai } from '../coffre/sqlite/coffre-essai.ts'
import { jpegExemple, MARQUE_IMAGE, pdfExemple, pngExemple } from './images-exemple.ts'
import { creerMagasin, type MagasinCopies } from './magasin-copies.ts'

let essai: ReturnType<typeof coffreEssai>
let coffre: Coffre
let magasin: MagasinCopies
const dossier = () => dirname(essai.file)
const copies = () => join(dossier(), 'copies')

beforeEach(async () => {
  essai = coffreEssai()
  coffre = await essai.ouvrir()
  await coffre.admissions.enregistrer(admissionQualifiee('a'))
  magasin = servir()
})
afterEach(() => essai.detruire())

const servir = (octetsMax = COPIES_PAR_DEFAUT.octetsMax): MagasinCopies =>
  creerMagasin({
    dossier: dossier(),
    depot: coffre.copies,
    reglages: { octetsMax, conservationAns: 5 },
    uuid: () => crypto.randomUUID(),
  })

function valeur<T>(resultat: Result<T, Refus>): T {
  if (!resultat.ok) throw new Error(resultat.error.code)
  return resultat.value
}
const codeDe = (resultat: Result<unknown, Refus>): string | null => (resultat.ok ? null : resultat.error.code)
const garder = async (octets: Buffer): Promise<string> =>
  valeur(await magasin.garder(octets, 'a'))[0]?.id ?? ''

/** Every byte of every file of the data folder. */
const disque = (): Buffer =>
  Buffer.concat(
    readdirSync(dossier(), { recursive: true, withFileTypes: true })
      .filter((fichier) => fichier.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name))),
  )

describe('DMN INS 46 : le magasin des copies', () => {
  it('une image se relit à l’octet près, même après un arrêt, et ce qui fut donné est effacé', async () => {
    const donnee = jpegExemple()
    const id = await garder(donnee)
    expect(donnee.every((octet) => octet === 0)).toBe(true)
    coffre = await essai.rouvrir()
    expect(Buffer.from(valeur(await servir().lire(id)))).toEqual(jpegExemple())
  })

  it('aucun octet d’une image n’est en clair, dans aucun fichier du dossier de données', async () => {
    expect(jpegExemple().includes(MARQUE_IMAGE)).toBe(true)
    await garder(jpegExemple())
    await garder(await pdfExemple(jpegExemple()))
    await garder(pngExemple())
    expect(readdirSync(copies())).toHaveLength(3)
    const octets = disque()
    expect(octets.includes(MARQUE_IMAGE)).toBe(false)
    expect(octets.includes(pngExemple().subarray(16))).toBe(false)
    expect(octets.includes(Buffer.from([0xff, 0xd8, 0xff, 0xfe]))).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('le dossier et ses fichiers sont fermés aux autres', async () => {
    const id = await garder(pngExemple())
    const droits = [copies(), join(copies(), `${id}.copie`)].map((chemin) => statSync(chemin).mode & 0o777)
    expect(droits).toEqual([0o700, 0o600])
  })

  it('d’un PDF ne restent que les images numérisées, une par page', async () => {
    const pages = valeur(
      await magasin.garder(await pdfExemple(jpegExemple('PAGE1'), jpegExemple('PAGE2')), 'a'),
    )
    expect(pages.map(({ format }) => format)).toEqual(['jpeg', 'jpeg'])
    const lues = await Promise.all(pages.map(async ({ id }) => Buffer.from(valeur(await magasin.lire(id)))))
    expect(lues).toEqual([jpegExemple('PAGE1'), jpegExemple('PAGE2')])
  })

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['un fichier vide', () => Buffer.alloc(0), 'copie/vide'],
    ['un programme', () => Buffer.from('MZ...'), 'copie/format'],
    ['un PDF sans image', () => pdfExemple(null), 'copie/pdf'],
    ['un PDF dont une page est sans image', () => pdfExemple(jpegExemple(), null), 'copie/pdf'],
    ['un PDF illisible', () => Buffer.from('%PDF-1.7\nrien'), 'copie/pdf'],
    [
      'un PDF de onze pages',
      () => pdfExemple(...Array.from({ length: 11 }, () => jpegExemple())),
      'copie/trop-de-pages',
    ],
  ])('%s : refusé, rien n’est écrit, rien ne reste en mémoire', async (_cas, faire, code) => {
    const octets = await faire()
    expect(codeDe(await magasin.garder(octets, 'a'))).toBe(code)
    expect(octets.every((octet) => octet === 0)).toBe(true)
    expect([await coffre.copies.toutes(), await lister()]).toEqual([[], []])
  })

  it('un fichier au-delà de la taille réglée est refusé', async () =>
    expect(codeDe(await servir(100).garder(jpegExemple(), 'a'))).toBe('copie/trop-lourde'))

  it('le disque refuse : un refus, aucune clé', async () => {
    writeFileSync(copies(), 'pas un dossier')
    expect(codeDe(await magasin.garder(jpegExemple(), 'a'))).toBe('copie/ecriture')
    expect(await coffre.copies.toutes()).toEqual([])
  })
})

const lister = async (): Promise<readonly string[]> => {
  try {
    return readdirSync(copies())
  } catch {
    return []
  }
}

describe('DMN INS 46 : effacer une copie, c’est effacer sa clé', () => {
  it('effacée, elle ne se lit plus, même si son fichier est remis en place', async () => {
    const id = await garder(jpegExemple())
    const fichier = join(copies(), `${id}.copie`)
    const scellee = readFileSync(fichier)
    const cle = await coffre.copies.cle(id)
    await magasin.effacer([id])
    expect(await lister()).toEqual([])
    writeFileSync(fichier, scellee)
    expect(codeDe(await magasin.lire(id))).toBe('copie/absente')
    expect(cle?.length).toBe(32)
  })

  it('un fichier disparu ou modifié est un refus, jamais une autre image', async () => {
    const [une, autre] = [await garder(jpegExemple('UNE')), await garder(jpegExemple('AUTRE'))]
    const fichier = (id: string): string => join(copies(), `${id}.copie`)
    writeFileSync(fichier(une), readFileSync(fichier(autre)))
    expect(codeDe(await magasin.lire(une))).toBe('copie/illisible')
    rmSync(fichier(autre))
    expect(codeDe(await magasin.lire(autre))).toBe('copie/absente')
  })

  it('un fichier sans clé, laissé par un arrêt brutal, est balayé ; les autres restent', async () => {
    await magasin.balayer()
    const id = await garder(jpegExemple())
    mkdirSync(copies(), { recursive: true })
    writeFileSync(join(copies(), 'orpheline.copie'), 'bruit')
    await magasin.balayer()
    expect(await lister()).toEqual([`${id}.copie`])
  })
})

describe('DMN INS 46 : cinq ans après la dernière venue', () => {
  const venue = (id: string, ouverteLe: string, ipp = '1000000001') => ({
    ...admissionQualifiee(id),
    ouverteLe: `${ouverteLe}T08:00:00.000Z`,
    ipp,
    close: true,
  })

  it('la copie est échue le lendemain des cinq ans, pas avant', async () => {
    await coffre.admissions.enregistrer(venue('a', '2026-11-22'))
    const id = await garder(jpegExemple())
    expect([await magasin.echues('2031-11-22'), await magasin.echues('2031-11-23')]).toEqual([[], [id]])
  })

  it('une nouvelle venue du même patient, et de lui seul, fait repartir le délai', async () => {
    await coffre.admissions.enregistrer(venue('a', '2026-11-22'))
    const id = await garder(jpegExemple())
    await coffre.admissions.enregistrer(venue('autre', '2030-01-01', '1000000002'))
    expect(await magasin.echues('2032-01-01')).toEqual([id])
    await coffre.admissions.enregistrer(venue('b', '2030-01-01'))
    expect([await magasin.echues('2032-01-01'), await magasin.echues('2035-01-02')]).toEqual([[], [id]])
  })
})
