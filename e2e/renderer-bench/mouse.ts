import type { Page } from 'playwright-core'

/** Counts from now on the real mouse events the page receives; a key on a button makes none. */
export const watchMouse = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const type of ['mousedown', 'pointerdown'])
      document.addEventListener(type, () => {
        document.body.dataset['souris'] = String(Number(document.body.dataset['souris'] ?? 0) + 1)
      })
  })

export const mouseEvents = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.body.dataset['souris'] ?? 0))
