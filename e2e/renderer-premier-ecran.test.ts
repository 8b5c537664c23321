import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { OpenDesk } from './renderer-bench/open-desk.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

/** Opens the screens on a slow machine: the form is there, what brings it to life is not until `arrive` is called. */
async function openSlowly(): Promise<{ page: Page; arrive: () => Promise<unknown> }> {
  const late: Route[] = []
  desk = await openWindow({}, (page) => page.route('**/show-desk-*.js', (route) => void late.push(route)))
  const { page } = desk
  await page.locator('[name=identifiant]:focus').waitFor()
  return { page, arrive: () => Promise.all(late.map((route) => route.continue())) }
}

const typed = (page: Page): Promise<readonly string[]> =>
  page.locator('input').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))

const places = (page: Page): Promise<readonly number[]> =>
  page
    .locator('h1, input, button')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().y))

describe('premier écran, avant l’arrivée de ce qui l’anime', () => {
  it('ce qui est tapé reste, le curseur aussi, et la session s’ouvre', async () => {
    const { page, arrive } = await openSlowly()
    await page.keyboard.type('camille')
    await page.keyboard.press('Tab')
    await page.keyboard.type('sec')
    await arrive()
    await page.getByText('Poste ADM-01').waitFor()
    expect(await typed(page)).toEqual(['camille', 'sec'])
    await page.keyboard.type('ret')
    await page.keyboard.press('Enter')
    await page.getByText('Aucun patient au guichet.').waitFor()
    expect(desk.complaints).toEqual([])
  })

  it('une ouverture demandée trop tôt se fait dès que possible', async () => {
    const { page, arrive } = await openSlowly()
    await page.keyboard.type('camille')
    await page.keyboard.press('Tab')
    await page.keyboard.type('secret')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await typed(page)).toEqual(['camille', 'secret'])
    await arrive()
    await page.getByText('Aucun patient au guichet.').waitFor()
    expect(desk.complaints).toEqual([])
  })

  it('rien ne bouge sous les doigts quand l’écran s’anime', async () => {
    const { page, arrive } = await openSlowly()
    await page.evaluate(() => document.fonts.ready)
    const before = await places(page)
    await arrive()
    await page.getByText('Poste ADM-01').waitFor()
    expect(await places(page)).toEqual(before)
  })

  it('une fenêtre que le poste n’autorise plus ne propose pas de se connecter', async () => {
    desk = await openWindow({}, (page) => page.route('**/ticket', (route) => route.fulfill({ status: 401 })))
    await desk.page.getByText('fermez-la et relancez le guichet').waitFor()
    expect(await desk.page.locator('form').count()).toBe(0)
  })
})
