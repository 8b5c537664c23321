import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

/** What a page did that a desk never may: reach beyond loopback, break its policy, use a pointer. */
export interface Ecarts {
  readonly requetes: string[]
  readonly violations: string[]
  readonly pointeurs: string[]
  readonly erreurs: string[]
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of this machine that a program can drive. */
export function executableNavigateur(): string {
  const chemin = CHROMIUM.find((possible) => existsSync(possible))
  if (chemin === undefined) throw new Error(`no browser among ${CHROMIUM.join(', ')}`)
  return chemin
}

/** Opens a headless browser that talks to nobody by itself. */
export function ouvrirNavigateur(): Promise<Browser> {
  return chromium.launch({
    executablePath: executableNavigateur(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  })
}

export interface OptionsFenetre {
  readonly largeur: number
  readonly hauteur: number
  readonly theme?: 'light' | 'dark'
  readonly contraste?: boolean
}

/** Opens a window of the desk on a launch page, and watches it for the rest of its life. */
export async function ouvrirGuichet(
  navigateur: Browser,
  launch: string,
  { largeur, hauteur, theme = 'light', contraste = false }: OptionsFenetre,
): Promise<{ page: Page; ecarts: Ecarts }> {
  const contexte = await navigateur.newContext({
    viewport: { width: largeur, height: hauteur },
    colorScheme: theme,
    forcedColors: contraste ? 'active' : 'none',
    locale: 'fr-FR',
  })
  const page = await contexte.newPage()
  const ecarts: Ecarts = { requetes: [], violations: [], pointeurs: [], erreurs: [] }
  page.on('request', (requete) => {
    const { protocol, hostname } = new URL(requete.url())
    if (hostname !== '127.0.0.1' && protocol !== 'data:' && protocol !== 'blob:' && protocol !== 'file:')
      ecarts.requetes.push(requete.url())
  })
  page.on('pageerror', (erreur) => ecarts.erreurs.push(String(erreur)))
  page.on('console', (message) => {
    if (message.type() === 'error') ecarts.erreurs.push(message.text())
  })
  await page.exposeFunction('signalerEcart', (genre: 'violations' | 'pointeurs', detail: string) =>
    ecarts[genre].push(detail),
  )
  await page.addInitScript(() => {
    const signaler = Reflect.get(globalThis, 'signalerEcart') as (genre: string, detail: string) => void
    document.addEventListener('securitypolicyviolation', (e) =>
      signaler('violations', `${e.violatedDirective} ${e.blockedURI}`),
    )
    for (const type of ['pointerdown', 'mousedown', 'click', 'touchstart'])
      document.addEventListener(
        type,
        (e) => {
          // A key press on a button makes a click of its own, with no pointer and no detail.
          if (!(e instanceof MouseEvent && e.type === 'click' && e.detail === 0)) signaler('pointeurs', type)
        },
        { capture: true },
      )
  })
  await page.goto(`file://${launch}`)
  await page.waitForURL(/^http:\/\/127\.0\.0\.1/)
  return { page, ecarts }
}
