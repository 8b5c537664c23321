import type { Look } from './inspect.ts'
import { newPatient, type OpenDesk } from './open-desk.ts'

/** Says who is at the desk, one circumstance after the other, and calls `look` at each. */
export async function walkPopulations({ page }: OpenDesk, look: Look): Promise<void> {
  await newPatient(page)
  for (const [rang, nom] of ['mineur', 'nouveau-né', 'non identifié', 'anonyme', 'résident'].entries()) {
    await page.keyboard.press('F5')
    await page.getByRole('listbox', { name: 'Circonstance de l’admission' }).waitFor()
    await page.keyboard.press('Home')
    for (let pas = 0; pas <= rang; pas += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('listbox', { name: 'Circonstance de l’admission' }).waitFor({ state: 'detached' })
    await page.locator('.circonstance-rappel').waitFor()
    await look(`population ${nom}`)
  }
}
