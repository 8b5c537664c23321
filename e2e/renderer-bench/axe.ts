import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

declare global {
  interface Window {
    readonly axe: Axe
  }
}

interface Axe {
  run(
    page: Document,
    options: { runOnly: { type: 'tag'; values: readonly string[] } },
  ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>
}

/** Puts axe in the page by the debugger, out of reach of the page's policy. */
export const installAxe = (page: Page): Promise<unknown> => page.evaluate(AXE)

/** What axe finds against WCAG 2.2 AA, by rule and element. */
export const audit = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: rules } })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  }, RULES)

/** How far the page goes past its window, in pixels; negative or zero when it holds. */
export const overflow = (page: Page): Promise<{ largeur: number; hauteur: number }> =>
  page.evaluate(() => ({
    largeur: document.documentElement.scrollWidth - innerWidth,
    hauteur: document.documentElement.scrollHeight - innerHeight,
  }))

/** The panels whose content is wider than they are, by their class. */
export const narrowPanels = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.panneau')]
      .filter((panneau) => panneau.scrollWidth > panneau.clientWidth)
      .map((panneau) => panneau.className),
  )
