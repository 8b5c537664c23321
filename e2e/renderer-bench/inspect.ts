import { audit, installAxe, narrowPanels, overflow } from './axe.ts'
import type { OpenDesk } from './open-desk.ts'
import { picture, SCREEN } from './pictures.ts'

/** Called at each screen of a walk. */
export type Look = (nom: string) => Promise<void>

/** The smallest screen supported, Windows at 125 per cent of a common one, and the two common ones. */
const SIZES = [
  [1024, 600],
  [1093, 614],
  [1366, 768],
  [1920, 1080],
] as const
/** 200 and 400 per cent of the common one: it may scroll down, never sideways. Source: WCAG 1.4.10. */
const ZOOMS = [
  [683, 384],
  [342, 192],
] as const
const COLOURS = {
  clair: { colorScheme: 'light', forcedColors: 'none' },
  sombre: { colorScheme: 'dark', forcedColors: 'none' },
  'couleurs forcées': { colorScheme: 'light', forcedColors: 'active' },
  'couleurs forcées sur fond sombre': { colorScheme: 'dark', forcedColors: 'active' },
} as const

/** Looks at each screen it is called at, in every size and every colours; what breaks a rule is in `faults`, by screen. */
export function createInspector(desk: OpenDesk): { readonly look: Look; readonly faults: string[] } {
  const faults: string[] = []
  const look: Look = async (nom) => {
    await picture(desk.page, nom)
    const found = [
      ...(await faultsOfSize(desk)),
      ...(await faultsOfColours(desk)),
      ...(await faultsOfShape(desk)),
    ]
    faults.push(...found.map((fault) => `${nom} : ${fault}`))
  }
  return { look, faults }
}

async function faultsOfSize({ page }: OpenDesk): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [width, height] of [...ZOOMS, ...SIZES]) {
    await page.setViewportSize({ width, height })
    const { largeur, hauteur } = await overflow(page)
    const defile = hauteur > 0 && SIZES.some(([petite]) => petite === width)
    if (largeur > 0 || defile) faults.push(`${width} × ${height}, déborde de ${largeur} × ${hauteur}`)
    if (SIZES.some(([petite]) => petite === width))
      faults.push(
        ...(await narrowPanels(page)).map((panneau) => `${width} × ${height}, ${panneau} trop étroit`),
      )
  }
  await page.setViewportSize(SCREEN.viewport)
  return faults
}

async function faultsOfColours({ page }: OpenDesk): Promise<readonly string[]> {
  const faults: string[] = []
  await installAxe(page)
  for (const [nom, couleurs] of Object.entries(COLOURS)) {
    await page.emulateMedia(couleurs)
    faults.push(...(await audit(page)).map((violation) => `${nom}, ${violation}`))
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null })
  return faults
}

/** Every target is 24 pixels wide and high (WCAG 2.5.8); every status and severity keeps a word and a shape. */
const faultsOfShape = ({ page }: OpenDesk): Promise<readonly string[]> =>
  page.evaluate(() => {
    const targets = [...document.querySelectorAll('button, input:not([type=radio]), .segment, [role=option]')]
    const small = targets.filter((target) => {
      if (!target.checkVisibility()) return false
      const { width, height } = target.getBoundingClientRect()
      return Math.min(width, height) < 24
    })
    const bare = [...document.querySelectorAll('p.statut, .verdict')].filter(
      (mark) => !mark.querySelector('svg') || !mark.textContent,
    )
    return [
      ...small.map((target) => `cible trop petite : ${target.className} ${target.textContent}`),
      ...bare.map((mark) => `sans mot ou sans forme : ${mark.className}`),
    ]
  })
