import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { buildScreens } from './build-screens.ts'
import { launchChromium, openDesk, type ContextOptions, type OpenDesk } from './open-desk.ts'

/** Builds the screens and starts one browser for a test file; what it returns opens a window, closed once its test ends. */
export function useWindows(): (options?: ContextOptions) => Promise<OpenDesk> {
  const opened: OpenDesk[] = []
  let browser: Browser
  let screens: Awaited<ReturnType<typeof buildScreens>>
  beforeAll(async () => {
    screens = await buildScreens()
    browser = await launchChromium()
  })
  afterEach(async () => {
    for (const desk of opened.splice(0)) await desk.close()
  })
  afterAll(async () => {
    await browser.close()
    await screens.remove()
  })
  return async (options) => {
    const desk = await openDesk(browser, screens.folder, options)
    opened.push(desk)
    return desk
  }
}
