import type { Look } from './inspect.ts'
import { newPatient, type OpenDesk } from './open-desk.ts'

/** Says who is at the desk, one circumstance after the other, and calls `look` at each. */
export async function walkPopulations({ page }: OpenDesk, look: Look): Promise<void> {
  await newPatient(page)
  for (const nom of ['Mineur', 'Nouveau-né', 'Non identifié', 'Anonyme', 'Résident']) {
    await page.keyboard.press('F5')
    await page.getByRole('listbox', { name: 'Circonstance de l’admission' }).waitFor()
    await page.keyboard.type(nom === 'Résident' ? 'R' : nom.slice(0, 3))
    await page.keyboard.press('Enter')
    await page.getByRole('listbox', { name: 'Circonstance de l’admission' }).waitFor({ state: 'detached' })
    await page.locator('.circonstance-rappel', { hasText: nom }).waitFor()
    await look(`population ${nom}`)
  }
}
