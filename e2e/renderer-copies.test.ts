import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { CADRE_PAR_DEFAUT } from '#domain/droits/cadre.ts'
import type { Role } from '#domain/droits/role.ts'
import { recordPiece, signIn, typeTraits, waitForEtape, type OpenDesk } from './renderer-bench/open-desk.ts'
import { picture } from './renderer-bench/pictures.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

/** Gives the desk to someone of this role, who sees it on his screen. */
async function habiliter(role: Role): Promise<void> {
  desk.poste.habiliter({ ...CADRE_PAR_DEFAUT, habilitation: { ...CADRE_PAR_DEFAUT.habilitation, role } })
  await expect.poll(() => desk.page.getByRole('button', { name: /Voir la copie/ }).isEnabled()).toBe(true)
}

/** What is chosen in the file window, as soon as it opens. */
let choisis: { name: string; mimeType: string; buffer: Buffer }[]

beforeEach(async () => {
  desk = await openWindow()
  choisis = []
  desk.page.on('filechooser', (fenetre) => void fenetre.setFiles(choisis))
  await signIn(desk.page)
  await patientControle()
})

async function patientControle(): Promise<void> {
  const { page } = desk
  await page.keyboard.press('F12')
  await waitForEtape(page, 'traits-vides')
  await typeTraits(page)
  await recordPiece(page)
}

/** An invented document, drawn by the page itself, as a scanner would give it. */
async function dessiner(titre: string, type = 'image/jpeg'): Promise<Buffer> {
  const url = await desk.page.evaluate(
    ([texte, format]) => {
      const toile = document.createElement('canvas')
      toile.width = 1000
      toile.height = 640
      const crayon = toile.getContext('2d')
      if (!crayon) return ''
      crayon.fillStyle = '#d9e3f1'
      crayon.fillRect(0, 0, 1000, 640)
      crayon.fillStyle = '#203050'
      crayon.font = '56px sans-serif'
      crayon.fillText(`${texte}`, 80, 120)
      crayon.font = '36px sans-serif'
      crayon.fillText('SPÉCIMEN : personne inventée', 80, 220)
      return toile.toDataURL(`${format}`)
    },
    [titre, type],
  )
  return Buffer.from(url.split(',')[1] ?? '', 'base64')
}

/** Chooses files in the window the key opens. */
async function joindre(...fichiers: readonly Buffer[]): Promise<void> {
  choisis = fichiers.map((buffer, rang) => ({ name: `page-${rang}`, mimeType: 'image/jpeg', buffer }))
  await desk.page.keyboard.press('Control+F7')
}

const IMAGE = '.copie-image'
const vues = () => desk.poste.evenements.filter(({ type }) => type === 'copie-consultee')

const montrer = (nom: string): Promise<void> => picture(desk.page, nom)

const imageLue = (page: Page): Promise<boolean> =>
  page.locator(IMAGE).evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth === 1000)

describe('ID-19 : la copie d’une pièce, au clavier seul', () => {
  it('l’agent joint deux pages ; le formulaire le dit, et ne les montre pas', async () => {
    const { page } = desk
    await montrer('copie-aucune')
    await joindre(await dessiner('RECTO'), await dessiner('VERSO', 'image/png'))
    await page.getByText('Copie jointe (2 pages)').waitFor()
    await montrer('copie-jointe')
    expect(desk.poste.admission()?.copies.map(({ format, piece }) => [format, piece])).toEqual([
      ['jpeg', 'CN'],
      ['png', 'CN'],
    ])
    expect(await page.locator('img').count()).toBe(0)
    expect(desk.complaints).toEqual([])
  })

  it('un fichier d’un autre format est refusé d’une phrase, rien de ce qui était joint n’est perdu', async () => {
    const { page } = desk
    await joindre(await dessiner('RECTO'))
    await page.getByText('Copie jointe (1 page)').waitFor()
    await joindre(Buffer.from('GIF89a...'))
    await page.locator('.panneau-piece').getByText('ni une image JPEG ou PNG, ni un PDF').waitFor()
    expect(await page.getByText('Copie jointe (1 page)').isVisible()).toBe(true)
  })

  it('retirer la pièce retire sa copie', async () => {
    const { page } = desk
    await joindre(await dessiner('RECTO'))
    await page.getByText('Copie jointe (1 page)').waitFor()
    await page.keyboard.press('F7')
    await page.keyboard.press('Shift+F7')
    await waitForEtape(page, 'piece-a-controler')
    expect(desk.poste.admission()?.copies).toEqual([])
  })
})

describe('DMN INS 46 : voir une copie est un acte délibéré', () => {
  beforeEach(async () => {
    await joindre(await dessiner('RECTO'), await dessiner('VERSO'))
    await desk.page.getByText('Copie jointe (2 pages)').waitFor()
  })

  it('sans le droit : refusé d’une phrase qui dit qui peut, aucune image n’est demandée', async () => {
    const { page } = desk
    await page.keyboard.press('Control+F8')
    await page.locator('.panneau-piece').getByText('est réservé au référent INS').waitFor()
    expect([vues(), await page.getByRole('dialog').count()]).toEqual([[], 0])
  })

  it('avec le droit : un motif, puis une page à la fois, chacune inscrite au journal', async () => {
    const { page } = desk
    await habiliter('referent')
    await page.keyboard.press('Control+F8')
    await page.getByRole('listbox', { name: 'Motif de la consultation' }).waitFor()
    await montrer('copie-motif')
    expect(vues()).toEqual([])
    await page.keyboard.press('2')
    await page.getByRole('img', { name: 'Page 1 sur 2' }).waitFor()
    await expect.poll(() => imageLue(page)).toBe(true)
    await montrer('copie-vue')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('img', { name: 'Page 2 sur 2' }).waitFor()
    await page.keyboard.press('ArrowRight')
    expect(vues()).toEqual([
      { type: 'copie-consultee', page: 0, motif: 'ecart-insi' },
      { type: 'copie-consultee', page: 1, motif: 'ecart-insi' },
    ])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.locator('img').count()).toBe(0)
    await page.keyboard.press('F7')
    expect(desk.complaints).toEqual([])
  })

  it('l’adresse d’une image ne vaut plus rien dès qu’elle a quitté l’écran', async () => {
    const { page } = desk
    await habiliter('referent')
    await page.keyboard.press('Control+F8')
    await page.keyboard.press('1')
    const adresse = (await page.locator(IMAGE).getAttribute('src')) ?? ''
    expect(adresse).toMatch(/^blob:/)
    await page.keyboard.press('Escape')
    await page.locator(IMAGE).waitFor({ state: 'detached' })
    const revoquee = await page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const image = new Image()
          image.addEventListener('error', () => resolve(true))
          image.addEventListener('load', () => resolve(false))
          image.src = src
        }),
      adresse,
    )
    expect(revoquee).toBe(true)
  })

  it('une réponse tardive ne s’affiche ni une fois la fenêtre fermée, ni sur le patient suivant', async () => {
    const { page } = desk
    await habiliter('referent')
    const laisserPartir = desk.poste.copies.retenir()
    await page.keyboard.press('Control+F8')
    await page.keyboard.press('1')
    await page.getByText('Lecture de la copie').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+F8')
    await page.keyboard.press('1')
    await page.getByText('Lecture de la copie').waitFor()
    await page.keyboard.press('F12')
    await waitForEtape(page, 'traits-vides')
    laisserPartir()
    await page.waitForTimeout(300)
    expect([await page.locator('img').count(), await page.getByRole('dialog').count()]).toEqual([0, 0])
  })

  it('la session se ferme : la copie quitte l’écran avec le patient', async () => {
    const { page } = desk
    await habiliter('referent')
    await page.keyboard.press('Control+F8')
    await page.keyboard.press('1')
    await page.locator(IMAGE).waitFor()
    await page.keyboard.press('Shift+F12')
    await page.locator('[name=identifiant]:focus').waitFor()
    expect(await page.locator('img').count()).toBe(0)
  })

  it('WCAG 2.2 AA : le choix du motif et la page n’ont aucune violation', async () => {
    const { page } = desk
    await habiliter('referent')
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    expect(await audit(page)).toEqual([])
    await page.keyboard.press('Control+F8')
    await page.getByRole('listbox', { name: 'Motif de la consultation' }).waitFor()
    expect(await audit(page)).toEqual([])
    await page.keyboard.press('1')
    await page.locator(IMAGE).waitFor()
    expect(await audit(page)).toEqual([])
  })
})

/** What axe finds wrong, by rule and element. */
const audit = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const axe: unknown = Reflect.get(window, 'axe')
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await (axe as Axe).run(document, { runOnly: { type: 'tag', values } })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })

interface Axe {
  run(
    page: Document,
    options: { runOnly: { type: 'tag'; values: readonly string[] } },
  ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>
}
