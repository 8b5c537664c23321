import { beforeEach, describe, expect, it } from 'vitest'
import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import {
  askInsi,
  newPatient,
  read,
  recordPiece,
  signIn,
  typeTraits,
  waitForEtape,
  type OpenDesk,
} from './renderer-bench/open-desk.ts'
import { TRAITS_SOLENE, trouvee } from './renderer-bench/people.ts'
import { useWindows } from './renderer-bench/use-windows.ts'
import { checkScreen, habiliter } from './renderer-bench/work-desk.ts'

const open = useWindows()
let desk: OpenDesk
beforeEach(async () => {
  desk = await open()
})

const verifierEcran = (nom: string): Promise<void> => checkScreen(desk, nom)
const lire = (code: CodeRefus) => desk.page.getByText(phraseDe({ code })).first().waitFor()
const statut = (): Promise<string> => desk.page.locator('.statut').innerText()
const options = () => desk.page.locator('.liste-travail [role=option]')
const texte = async (): Promise<readonly string[]> => (await options().allInnerTexts()).map(read)

describe('Les venues préparées (ID-15), au clavier seul', () => {
  async function preparer(jour: string): Promise<void> {
    const { page } = desk
    await page.keyboard.press('Shift+F2')
    await page.getByRole('heading', { name: 'Venues préparées' }).waitFor()
    await page.getByLabel('Attendu le').focus()
    await page.keyboard.type(jour)
    await page.keyboard.press('Enter')
  }

  it('préparée sans le patient jusqu’à récupérée, puis complétée le jour venu et qualifiée', async () => {
    const { page, poste } = desk
    poste.habiliter(habiliter(1, 'agent'))
    await signIn(page)
    await preparer('22112026')
    await waitForEtape(page, 'traits-vides')
    await page.getByRole('heading', { name: 'Venue préparée' }).waitFor()
    await typeTraits(page, 'Kervadoc', 'insi-a-appeler')
    await page.keyboard.press('F7')
    await lire('preadmission/presence')
    await askInsi(page)
    poste.repondreInsi(trouvee(TRAITS_SOLENE))
    await waitForEtape(page, 'insi-concordante')
    await page.keyboard.press('F9')
    await waitForEtape(page, 'venue-preparee')
    expect(await statut()).toBe('Identité récupérée')
    await verifierEcran('preadmission')
    await page.keyboard.press('F12')
    await options().first().waitFor()
    expect((await texte())[0]).toContain(
      'KERVADOC SOLENE LOUISE attendue le 22/11/2026 Entrée : patient présent',
    )
    await verifierEcran('preadmission-liste')

    await options().first().focus()
    await page.keyboard.press('Enter')
    await waitForEtape(page, 'piece-a-controler')
    expect(poste.admission()?.preparation).toBeNull()
    await recordPiece(page)
    expect(await statut()).toBe('Identité qualifiée')
    expect(poste.evenements.filter(({ type }) => type === 'insi-demandee')).toHaveLength(1)
  })

  it('la liste est limitée, un jour passé se refuse, Suppr retire une venue', async () => {
    const { page, poste } = desk
    poste.habiliter(habiliter(1, 'agent'))
    await signIn(page)
    await preparer('01012020')
    await lire('preadmission/date')
    await page.keyboard.press('Escape')
    for (const jour of ['23112026', '24112026']) {
      await preparer(jour)
      await waitForEtape(page, 'traits-vides')
      await page.keyboard.press('F12')
      await page.getByRole('heading', { name: 'Venues préparées' }).waitFor()
      await page.keyboard.press('Escape')
    }
    await preparer('25112026')
    await lire('preadmission/liste-pleine')
    await options().first().focus()
    await page.keyboard.press('Delete')
    await page.getByText('1 sur 2 au plus').waitFor()
    expect((await texte())[0]).toContain('attendue le 24/11/2026')
  })
})

describe('La venue de ce patient (OR-04, OR-06, OR-09), au clavier seul', () => {
  it('Maj+F5 change le secteur : INSi se ferme et s’ouvre selon le patient, le bandeau le dit', async () => {
    const { page, poste } = desk
    poste.habiliter(habiliter(1, 'agent'))
    await newPatient(page)
    await typeTraits(page)
    await page.getByText('Hôpital Nord · Cardiologie · Hospitalisation').waitFor()
    await page.keyboard.press('Shift+F5')
    await page.getByRole('listbox', { name: /Site, secteur/ }).waitFor()
    await verifierEcran('venue-liste')
    await page.keyboard.type('urg')
    await page.keyboard.press('Enter')
    await page.getByText('Hôpital Nord · Urgences · Hospitalisation').waitFor()
    expect(poste.admission()?.venue.secteur).toBe('urgences')
    await page.keyboard.press('F4')
    await lire('droits/insi-secteur')
    await verifierEcran('venue-fermee')
  })
})
