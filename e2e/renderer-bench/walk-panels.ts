import type { Look } from './inspect.ts'
import { askInsi, newPatient, recordPiece, typeTraits, waitForEtape, type OpenDesk } from './open-desk.ts'
import { dejaVenue } from './past-visit.ts'
import { TRAITS_SOLENE, nonTrouvee, trouvee } from './people.ts'

/** Opens the panels the usual gesture does not go through, and calls `look` at each. */
export async function walkPanels(desk: OpenDesk, look: Look): Promise<void> {
  const { page, poste } = desk
  poste.patients.connaitre(dejaVenue('80030007'), dejaVenue('80030008', 'Kervadec', '2020-01-15'))
  await newPatient(page)
  await page.keyboard.press('F5')
  await page.getByRole('listbox', { name: 'Circonstance de l’admission' }).waitFor()
  await look('circonstances')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.circonstance-rappel').waitFor()
  await look('circonstance choisie')
  await page.keyboard.press('F5')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.locator('.circonstance-rappel').waitFor({ state: 'detached' })
  await walkSearch(desk, look)
  await page.getByLabel('Nom de naissance').focus()
  await typeTraits(page)
  await page.getByRole('listbox', { name: 'Patients connus qui peuvent être celui-ci' }).waitFor()
  await look('doublons')
  await page.keyboard.press('F1')
  await page.locator('.legende').waitFor()
  await look('légende')
  await page.keyboard.press('F1')
  await recordPiece(page)
  await walkDecision(desk, look)
}

async function walkSearch({ page }: OpenDesk, look: Look): Promise<void> {
  await page.keyboard.press('F3')
  await page.getByRole('heading', { name: 'Rechercher un patient' }).waitFor()
  await look('recherche')
  await page.keyboard.press('Enter')
  await page.locator('.panneau-recherche .refus').waitFor()
  await look('recherche refusée')
  await page.getByLabel('Nom (naissance ou utilisé)').fill('kerv')
  await page.getByLabel('Date de naissance').last().fill('27/02/1981')
  await page.keyboard.press('Enter')
  await page.getByRole('listbox', { name: 'Patients trouvés' }).waitFor()
  await look('patients trouvés')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Rechercher un patient' }).waitFor({ state: 'detached' })
}

async function walkDecision({ page, poste }: OpenDesk, look: Look): Promise<void> {
  await askInsi(page)
  poste.repondreInsi(nonTrouvee('01'))
  await page.getByText('vérifiez le nom de naissance sur la pièce').waitFor()
  await look('nom à vérifier')
  await page.keyboard.press('F4')
  await page.keyboard.press('1')
  await page.getByText('Essai 2/3').first().waitFor()
  await look('relance')
  await askInsi(page)
  poste.repondreInsi(trouvee({ ...TRAITS_SOLENE, nomNaissance: 'KERVADEC' }))
  await waitForEtape(page, 'insi-ecart-majeur')
  await look('écart majeur')
  poste.refuserImpression('impression/imprimante-injoignable')
  await page.keyboard.press('F4')
  await page.keyboard.press('3')
  await page.locator('.panneau-insi .refus').waitFor()
  await look('notice refusée')
  poste.refuserImpression(null)
  await page.keyboard.press('3')
  await page.getByText('Notice au patient : lot').waitFor()
  await look('notice imprimée')
}
