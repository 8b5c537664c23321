import { chromium, type Browser, type Page } from 'playwright-core'
import { createFakePoste, type FakePoste } from './fake-poste.ts'
import { SCREEN } from './pictures.ts'
import { serveBench, type Bench } from './serve-bench.ts'

/** A window on a workstation of its own, and everything the page complained about. */
export interface OpenDesk {
  readonly page: Page
  readonly poste: FakePoste
  readonly bench: Bench
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })

export type ContextOptions = NonNullable<Parameters<Browser['newPage']>[0]>

/** Opens the screens in a fresh page; nobody is signed in. `prepare` sees the page before it goes anywhere. */
export async function openDesk(
  browser: Browser,
  screens: string,
  options: ContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<OpenDesk> {
  const poste = createFakePoste()
  const bench = await serveBench(poste, screens)
  const page = await browser.newPage({
    ...SCREEN,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    ...options,
  })
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type())) complaints.push(message.text())
  })
  await prepare(page)
  await page.goto(bench.url)
  const close = async (): Promise<void> => {
    await page.close()
    await bench.stop()
  }
  return { page, poste, bench, complaints, close }
}

export async function signIn(page: Page): Promise<void> {
  await typeCredentials(page)
  await page.getByText('Aucun patient au guichet.').waitFor()
}

export async function typeCredentials(page: Page, identifiant = 'camille'): Promise<void> {
  await page.locator('[name=identifiant]:focus').waitFor()
  await page.keyboard.type(identifiant)
  await page.keyboard.press('Tab')
  await page.keyboard.type('secret')
  await page.keyboard.press('Enter')
}

/** Whoever only administers begins there: the desk is one key away. */
export async function leaveAdministration(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Administration' }).waitFor()
  await page.keyboard.press('Control+F10')
}

/** Signs in and opens the first patient, whose birth name may be typed at once. */
export async function newPatient(page: Page): Promise<void> {
  await signIn(page)
  await page.keyboard.press('F12')
  await waitForEtape(page, 'traits-vides')
}

/** A text as it is read, whatever spaces and line ends stand in it. */
export const read = (texte: string): string => texte.replaceAll(/\s+/g, ' ')

/** What the screen recommends now. */
export async function waitForEtape(page: Page, etape: string): Promise<void> {
  await page.locator(`[data-etape=${etape}]`).waitFor()
}

/** Types the traits of Solène Kervadoc as an agent does, by the keyboard alone. */
export async function typeTraits(page: Page, nom = 'Kervadoc', puis = 'piece-a-controler'): Promise<void> {
  await page.keyboard.type(nom)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Solène Louise')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('f')
  await page.keyboard.press('Enter')
  await page.keyboard.type('27021981')
  await page.keyboard.press('Enter')
  await page.keyboard.type('35238')
  await page.keyboard.press('Enter')
  await waitForEtape(page, puis)
}

/** Calls INSi, which does not answer yet. */
export async function askInsi(page: Page): Promise<void> {
  await page.keyboard.press('F4')
  await waitForEtape(page, 'insi-en-cours')
}

/** Records a French identity card. */
export async function recordPiece(page: Page): Promise<void> {
  await page.keyboard.press('F7')
  await page.keyboard.press('Enter')
  await page.getByText('contrôle du 22/11/2026').waitFor()
}
