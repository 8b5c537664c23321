import type { Page } from 'playwright-core'

/** A desk as large as `ECRAN` says, the smallest one otherwise, in the colours of `COULEURS`; light ones otherwise. */
const [width = 1024, height = 600] = (process.env['ECRAN'] ?? '').split('x').filter(Boolean).map(Number)
const COULEURS = {
  claires: {},
  sombres: { colorScheme: 'dark' },
  forcees: { forcedColors: 'active' },
} as const
export const SCREEN = { viewport: { width, height }, ...COULEURS[nommees(process.env['COULEURS'])] }

/** Keeps a picture of the page when `CAPTURES` gives a folder. */
export async function picture(page: Page, nom: string): Promise<void> {
  const dossier = process.env['CAPTURES']
  if (dossier !== undefined) await page.screenshot({ path: `${dossier}/${nom.replaceAll(' ', '-')}.png` })
}

function nommees(choix = 'claires'): keyof typeof COULEURS {
  if (choix === 'claires' || choix === 'sombres' || choix === 'forcees') return choix
  throw new Error(`COULEURS: claires, sombres or forcees, not ${choix}`)
}
