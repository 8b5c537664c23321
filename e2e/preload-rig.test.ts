import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CADRE_PAR_DEFAUT } from '#domain/droits/cadre.ts'
import { jpegExemple } from '#services/pieces/images-exemple.ts'
import { conformanceRouter } from '#workstation/host/conformance-router.ts'
import { serveRouter } from '#workstation/host/serve-router.ts'
import { openPreloadRig, type PreloadRig } from './preload-rig/open-rig.ts'
import { createFakePoste, type FakePoste } from './renderer-bench/fake-poste.ts'
import { launchChromium, newPatient, recordPiece, typeTraits } from './renderer-bench/open-desk.ts'

const ROOT = join(import.meta.dirname, '..')

/** Tries what an injected content would; each name is the directive that must stop it. */
const ATTACKS = `
const attempts = {
  'eval': () => eval('1'),
  'innerHTML': () => { document.body.innerHTML = '<img src=x onerror=alert(1)>' },
  'script.text': () => { document.createElement('script').text = 'window.injected = 1' },
  'policy': () => { trustedTypes.createPolicy('evil', {}) },
}
window.thrown = Object.fromEntries(Object.entries(attempts).map(([name, attempt]) => {
  try { attempt(); return [name, 'passed'] } catch (error) { return [name, error.name] }
}))
window.violations = []
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective))
const add = (tag, attributes) => document.body.append(Object.assign(document.createElement(tag), attributes))
window.attack = async () => {
  add('img', { src: 'https://evil.invalid/a.png' })
  add('iframe', { src: 'https://evil.invalid/' })
  add('link', { rel: 'stylesheet', href: 'https://evil.invalid/a.css' })
  add('style', { textContent: 'body { color: red }' })
  document.body.setAttribute('style', 'background: url(https://evil.invalid/b.png)')
  await fetch('https://evil.invalid/').catch(() => undefined)
  try { new WebSocket('wss://evil.invalid/') } catch {}
  const form = Object.assign(document.createElement('form'), { action: 'https://evil.invalid/' })
  document.body.append(form)
  form.submit()
}
`

let browser: Browser
let folder: string
let preload: string
let rig: PreloadRig

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-rig-'))
  preload = await readFile(join(ROOT, 'dist/electron/preload.cjs'), 'utf8')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      outDir: join(folder, 'screens'),
      emptyOutDir: true,
      target: 'esnext',
      lib: {
        entry: join(import.meta.dirname, 'preload-rig/page.ts'),
        formats: ['es'],
        fileName: () => 'page.js',
      },
    },
  })
  await writeFile(join(folder, 'screens', 'attacks.js'), ATTACKS)
  const scripts = ['page.js', 'attacks.js'].map((name) => `<script type="module" src="/${name}"></script>`)
  await writeFile(join(folder, 'screens', 'index.html'), `<!doctype html><body>${scripts.join('')}</body>`)
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  const serve = serveRouter(conformanceRouter(), () => ({}))
  rig = await openPreloadRig(browser, { screens: join(folder, 'screens'), preload, serve })
  await rig.page.waitForFunction(() => 'essai' in window && 'thrown' in window)
})
afterEach(() => rig.close())

describe('préchargement construit, dans un monde isolé de Chromium', () => {
  it('ne demande rien d’autre qu’Electron, et tient en un fichier', async () => {
    const required = [...preload.matchAll(/require\(["'](.*?)["']\)/g)].map(([, name]) => name)
    expect(required).toEqual(['electron'])
  })

  it('n’expose qu’une fonction, sur un objet gelé', async () => {
    const seen = await rig.page.evaluate(() => {
      const api = (window as unknown as { guichet: Record<string, unknown> }).guichet
      return { keys: Object.keys(api), kind: typeof api['connect'], frozen: Object.isFrozen(api) }
    })
    expect(seen).toEqual({ keys: ['connect'], kind: 'function', frozen: true })
  })

  it('laisse la page sans Node ni Electron', async () => {
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      'rig',
      'rigToNode',
    ]
    const seen = await rig.page.evaluate((names) => names.filter((name) => name in window), names)
    expect(seen).toEqual([])
  })

  it('relie la page au poste par un port : appel, trois cents kilo-octets, signal', async () => {
    const { page } = rig
    expect(await page.evaluate(() => window.essai.client.ping('é😀'))).toBe('é😀')
    expect(await page.evaluate(() => window.essai.inverser(300_000))).toBe(true)
    await page.waitForFunction(() => window.essai.rangs.length === 5)
    expect(await page.evaluate(() => window.essai.rangs)).toEqual([1, 2, 3, 4, 5])
  })

  it('le poste mort se voit à l’écran ; revenu, appels et signaux reprennent', async () => {
    const { page } = rig
    rig.die()
    await page.waitForFunction(() => window.essai.etats.at(-1) === 'perdu')
    const refused = await page.evaluate(() =>
      window.essai.client.ping('x').catch((error: Error) => error.name),
    )
    expect(refused).toBe('LiaisonPerdue')
    await page.evaluate(() => void (window.essai.rangs.length = 0))
    rig.revive()
    await page.waitForFunction(() => window.essai.rangs.length === 5)
    expect(await page.evaluate(() => window.essai.etats)).toEqual(['connecte', 'perdu', 'connecte'])
    expect(await page.evaluate(() => window.essai.client.ping('revenu'))).toBe('revenu')
  })
})

describe('politique de contenu du véritable app://guichet, appliquée par Chromium', () => {
  it('Trusted Types et CSP arrêtent le script injecté', async () => {
    expect(await rig.page.evaluate(() => (window as unknown as { thrown: unknown }).thrown)).toEqual({
      eval: 'EvalError',
      innerHTML: 'TypeError',
      'script.text': 'TypeError',
      policy: 'TypeError',
    })
  })

  it('rien ne sort : image, cadre, style, requête, liaison, formulaire', async () => {
    const stopped = await rig.page.evaluate(async () => {
      const attacked = window as unknown as { attack(): Promise<void>; violations: string[] }
      await attacked.attack()
      await new Promise((resolve) => setTimeout(resolve, 200))
      return [...new Set(attacked.violations)].sort()
    })
    expect(stopped).toEqual([
      'connect-src',
      'form-action',
      'frame-src',
      'img-src',
      'require-trusted-types-for',
      'style-src-attr',
      'style-src-elem',
      'trusted-types',
    ])
    expect(rig.outside).toEqual([])
  })
})

describe('écrans construits', () => {
  let desk: PreloadRig
  let poste: FakePoste
  const complaints: string[] = []
  beforeEach(async () => {
    poste = createFakePoste()
    complaints.length = 0
    desk = await openPreloadRig(browser, {
      screens: join(ROOT, 'dist/renderer'),
      preload,
      serve: serveRouter(poste.router, () => ({})),
    })
    desk.page.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text())
    })
    await desk.page.reload()
  })
  afterEach(() => desk.close())

  it('se chargent sous cette politique sans une seule violation', async () => {
    // The form is there before any script; a refusal is the workstation's own answer.
    for (const key of ['a', 'Tab', 'b', 'Enter']) await desk.page.keyboard.press(key)
    await desk.page.locator('.refus').waitFor()
    expect([complaints, desk.outside]).toEqual([[], []])
  })

  it('la copie d’une pièce passe entière par le port, et revient à qui peut la voir', async () => {
    const { page } = desk
    poste.habiliter({
      ...CADRE_PAR_DEFAUT,
      habilitation: { ...CADRE_PAR_DEFAUT.habilitation, role: 'referent' },
    })
    await newPatient(page)
    await typeTraits(page)
    await recordPiece(page)
    const image = jpegExemple()
    const chosen = page.waitForEvent('filechooser')
    await page.keyboard.press('Control+F7')
    await (await chosen).setFiles({ name: 'page.jpg', mimeType: 'image/jpeg', buffer: image })
    await page.getByText('Copie jointe (1 page)').waitFor()
    expect(poste.admission()?.copies.map(({ format, octets }) => [format, octets])).toEqual([
      ['jpeg', image.length],
    ])
    await page.keyboard.press('Control+F8')
    await page.keyboard.press('1')
    await expect
      .poll(() =>
        page
          .locator('.copie-image')
          .evaluate((vue) => vue instanceof HTMLImageElement && vue.complete && vue.naturalWidth === 1),
      )
      .toBe(true)
    expect([complaints, desk.outside]).toEqual([[], []])
  })
})
