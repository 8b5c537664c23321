import type { Look } from './inspect.ts'
import { recordPiece, typeTraits, waitForEtape, type OpenDesk } from './open-desk.ts'
import { SANS_CARTE } from './cards.ts'

/** Meets what may fail around the desk, and calls `look` at each. */
export async function walkFailures({ page, poste, bench }: OpenDesk, look: Look): Promise<void> {
  await page.locator('[name=identifiant]:focus').waitFor()
  await page.keyboard.type('camille')
  await page.keyboard.press('Tab')
  await page.keyboard.type('faux')
  await page.keyboard.press('Enter')
  await page.locator('#refus-session').waitFor()
  await look('connexion refusée')
  await page.keyboard.type('secret')
  await page.keyboard.press('Enter')
  await page.getByText('Aucun patient au guichet.').waitFor()
  await page.keyboard.press('F12')
  await waitForEtape(page, 'traits-vides')
  await page.keyboard.press('Control+F9')
  await page.getByRole('heading', { name: 'Choisir mon mot de passe' }).waitFor()
  await look('mot de passe')
  await page.keyboard.press('Escape')
  await waitForEtape(page, 'traits-vides')
  poste.poserCartes({ ...SANS_CARTE, cartes: { lecteurs: [], refus: 'cartes/service-arrete' } })
  for (const composant of ['cartes', 'insi', 'imprimante', 'coffre', 'journal'] as const)
    poste.tomberEnPanne(composant, PANNES[composant])
  await page.getByText('Cartes, INSi, Imprimante, Coffre, Journal').waitFor()
  await look('tout est en panne')
  await page.getByLabel('Nom de naissance').focus()
  await typeTraits(page)
  await recordPiece(page)
  poste.refuserImpression('impression/imprimante-injoignable')
  await page.keyboard.press('F8')
  await page.locator('.panneau-impression .refus').waitFor()
  await look('imprimante injoignable')
  bench.cut()
  await page.getByText('Liaison avec le poste perdue, reconnexion…').waitFor()
  await look('liaison perdue')
}

const PANNES = {
  cartes: 'cartes/service-arrete',
  insi: 'insi/configuration',
  imprimante: 'impression/imprimante-injoignable',
  coffre: 'coffre/occupe',
  journal: 'journal/rompu',
} as const
