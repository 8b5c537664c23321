import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchChromium, openDesk, type ContextOptions, type OpenDesk } from './open-desk.ts'

/** The screens as shipped, which are built before any test on real parts. */
const SCREENS = join(import.meta.dirname, '../../dist/renderer')

type Open = (options?: ContextOptions, prepare?: (page: Page) => Promise<unknown>) => Promise<OpenDesk>

/** Starts one browser for a test file; what it returns opens a window on the screens, closed once its test ends. */
export function useWindows(): Open {
  const opened: OpenDesk[] = []
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterEach(async () => {
    for (const desk of opened.splice(0)) await desk.close()
  })
  afterAll(() => browser.close())
  return async (options, prepare) => {
    const desk = await openDesk(browser, SCREENS, options, prepare)
    opened.push(desk)
    return desk
  }
}
