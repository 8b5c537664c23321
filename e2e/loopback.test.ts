import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { conformanceRouter } from '#workstation/host/conformance-router.ts'
import { writeLaunchPage } from '#workstation/host/launch-page.ts'
import { startLoopback, type Loopback } from '#workstation/host/loopback.ts'
import { serveRouter } from '#workstation/host/serve-router.ts'

let browser: Browser
let folder: string
let loopback: Loopback
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-navigateur-'))
  const entry = join(import.meta.dirname, 'loopback-rig/page.ts')
  await build({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      lib: { entry, formats: ['es'], fileName: () => 'page.js' },
    },
  })
  await writeFile(join(folder, 'index.html'), '<!doctype html><script type="module" src="/page.js"></script>')
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  loopback = await startLoopback({
    folder,
    serve: () => Promise.resolve(serveRouter(conformanceRouter(), () => ({}))),
  })
  page = await browser.newPage()
})
afterEach(async () => {
  await page.close()
  await loopback.stop()
})

const launch = async (ticket: string): Promise<void> => {
  const path = await writeLaunchPage(folder, `${loopback.origin}/#${ticket}`)
  await page.goto(`file://${path}`)
  await page.waitForURL(`${loopback.origin}/**`)
}
/** The title of the page, as soon as it is the awaited one; else whatever it stayed at. */
const titled = async (title: string): Promise<string> => {
  await page
    .waitForFunction((title) => document.title === title, title, { timeout: 5000 })
    .catch(() => undefined)
  return page.title()
}

describe('poste ouvert dans un véritable navigateur', () => {
  it('la page de lancement mène à une liaison qui répond', async () => {
    await launch(loopback.issueTicket())
    expect(await titled('connecte é😀')).toBe('connecte é😀')
  })

  it('un ticket déjà échangé demande de relancer le guichet', async () => {
    const ticket = loopback.issueTicket()
    await launch(ticket)
    expect(await titled('connecte é😀')).toBe('connecte é😀')
    await page.goto('about:blank')
    await launch(ticket)
    expect(await titled('expiree LiaisonPerdue')).toBe('expiree LiaisonPerdue')
  })

  it('l’arrêt du poste se voit à l’écran', async () => {
    await launch(loopback.issueTicket())
    expect(await titled('connecte é😀')).toBe('connecte é😀')
    await loopback.stop()
    expect(await titled('perdu')).toBe('perdu')
    await page.waitForTimeout(200)
    expect(await page.locator('html').getAttribute('data-echec')).toBeNull()
  })

  it('une autre page du navigateur ne peut ni lire, ni échanger, ni se lier', async () => {
    await page.route('http://voisin.invalid/**', (route) =>
      route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }),
    )
    await page.goto('http://voisin.invalid/')
    const ticket = loopback.issueTicket()
    const seen = await page.evaluate(
      async ([origin, ticket]) => {
        const asked = [fetch(`${origin}/`), fetch(`${origin}/ticket`, { method: 'POST', body: ticket })]
        const read = await Promise.all(
          asked.map((answer) =>
            answer.then(
              () => 'lu',
              () => 'refusé',
            ),
          ),
        )
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/appels`, ['guichet-ins.1', 'x'])
        const linked = await new Promise((resolve) => {
          socket.addEventListener('open', () => resolve('lié'))
          socket.addEventListener('close', () => resolve('refusé'))
        })
        return [...read, linked]
      },
      [loopback.origin, ticket] as const,
    )
    expect(seen).toEqual(['refusé', 'refusé', 'refusé'])
    await launch(ticket)
    expect(await titled('connecte é😀')).toBe('connecte é😀')
  })
})
