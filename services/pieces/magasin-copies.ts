import { join } from 'node:path'
import type { PageGardee } from '#domain/admission/page-gardee.ts'
import { controlerCopie } from '#domain/copies/controler-copie.ts'
import { PAGES_MAX, type FormatCopie } from '#domain/copies/copie.ts'
import { premierJourConserve, type ReglagesCopies } from '#domain/copies/reglages-copies.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { DepotCopies } from '../coffre/depot-copies.ts'
import { fichiersCopies } from './fichiers-copies.ts'
import { imagesDuPdf } from './images-pdf.ts'
import { descellerCopie, scellerCopie } from './sceller-copie.ts'

/**
 * The copies of identity documents: sealed files beside the store, each under a key of its own that only the store holds.
 * No image is ever written in clear, and what passed through memory is erased as soon as it served. Source: DMN INS 46.
 */
export interface MagasinCopies {
  /** Keeps the pages of a file for a saved admission and erases `octets`. Refusals `copie/*`. */
  garder(octets: Uint8Array, admissionId: string): Promise<Result<readonly PageGardee[], Refus>>
  /** One page in clear, for the caller to erase. Refusals `copie/absente`, `copie/illisible`. */
  lire(id: string): Promise<Result<Uint8Array, Refus>>
  /** Forgets the keys, then removes the files. */
  effacer(ids: readonly string[]): Promise<void>
  /** The pages kept for too long on this day, for the caller to journal, then erase. */
  echues(aujourdhui: string): Promise<readonly string[]>
  /** Removes the files no key opens, left by a crash; to be done before any page is joined. */
  balayer(): Promise<void>
}

export interface PortsMagasin {
  /** The data folder of the workstation. */
  readonly dossier: string
  readonly depot: DepotCopies
  readonly reglages: ReglagesCopies
  readonly uuid: () => string
}

interface Page {
  readonly format: FormatCopie
  readonly octets: Uint8Array
}

export function creerMagasin({ dossier, depot, reglages, uuid }: PortsMagasin): MagasinCopies {
  const fichiers = fichiersCopies(join(dossier, 'copies'))

  const effacer = async (ids: readonly string[]): Promise<void> => {
    await depot.oublier(ids)
    for (const id of ids) await fichiers.retirer(id)
  }

  async function abandonner(cles: readonly { readonly id: string }[]): Promise<null> {
    for (const { id } of cles) await fichiers.retirer(id)
    return null
  }

  /** Files first: a file without a key is noise to sweep away, a key without a file would be a copy that is lost. */
  async function sceller(pages: readonly Page[], admissionId: string): Promise<readonly PageGardee[] | null> {
    const cles: { id: string; admissionId: string; cle: Buffer }[] = []
    try {
      for (const page of pages) {
        const id = uuid()
        const { cle, scellee } = scellerCopie(page.octets, id)
        cles.push({ id, admissionId, cle })
        if (!(await fichiers.ecrire(id, scellee))) return await abandonner(cles)
      }
      await depot.conserver(cles)
      return pages.map(({ format, octets }, rang) => ({
        id: cles[rang]?.id ?? '',
        format,
        octets: octets.length,
      }))
    } finally {
      for (const { cle } of cles) cle.fill(0)
    }
  }

  return {
    effacer,
    async garder(octets, admissionId) {
      const pages = await pagesDe(octets, reglages.octetsMax)
      try {
        if (!pages.ok) return pages
        const gardees = await sceller(pages.value, admissionId)
        return gardees === null ? echec(refuser('copie/ecriture')) : succes(gardees)
      } finally {
        octets.fill(0)
        if (pages.ok) for (const page of pages.value) page.octets.fill(0)
      }
    },
    async lire(id) {
      const cle = await depot.cle(id)
      const scellee = cle && (await fichiers.lire(id))
      if (!cle || !scellee) return echec(refuser('copie/absente'))
      const octets = descellerCopie(scellee, cle, id)
      cle.fill(0)
      return octets ? succes(octets) : echec(refuser('copie/illisible'))
    },
    echues: (aujourdhui) => depot.echues(premierJourConserve(aujourdhui, reglages)),
    async balayer() {
      const connues = new Set(await depot.toutes())
      for (const id of await fichiers.lister()) if (!connues.has(id)) await fichiers.retirer(id)
    },
  }
}

/** The pages of a file, as they will be kept. */
async function pagesDe(octets: Uint8Array, octetsMax: number): Promise<Result<readonly Page[], Refus>> {
  const format = controlerCopie(octets, octetsMax)
  if (!format.ok) return format
  if (format.value !== 'pdf') return succes([{ format: format.value, octets }])
  const images = await imagesDuPdf(octets)
  if (images === null || images.some((image) => !estJpeg(image, octetsMax)))
    return echec(refuser('copie/pdf'))
  if (images.length > PAGES_MAX) return echec(refuser('copie/trop-de-pages'))
  return succes(images.map((image) => ({ format: 'jpeg', octets: image })))
}

function estJpeg(image: Uint8Array, octetsMax: number): boolean {
  const format = controlerCopie(image, octetsMax)
  return format.ok && format.value === 'jpeg'
}
