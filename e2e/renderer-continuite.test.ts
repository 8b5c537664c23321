import { beforeEach, describe, expect, it } from 'vitest'
import { phraseDe } from '#domain/refus/refus.ts'
import { audit, installAxe, narrowPanels, overflow } from './renderer-bench/axe.ts'
import {
  askInsi,
  newPatient,
  recordPiece,
  typeTraits,
  waitForEtape,
  type OpenDesk,
} from './renderer-bench/open-desk.ts'
import { TRAITS_SOLENE, enPanne, trouvee } from './renderer-bench/people.ts'
import { picture } from './renderer-bench/pictures.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const open = useWindows()
let desk: OpenDesk
beforeEach(async () => {
  desk = await open()
})

const montrer = (nom: string): Promise<void> => picture(desk.page, nom)
const statut = (): Promise<string> => desk.page.locator('.statut').innerText()

/** A patient whose document was seen, and whose call failed. */
async function rester(): Promise<void> {
  const { page, poste } = desk
  await newPatient(page)
  await typeTraits(page)
  await recordPiece(page)
  await askInsi(page)
  poste.repondreInsi(enPanne('insi/delai'))
  await waitForEtape(page, 'insi-a-differer')
}

/** The same, put off by its key, and the visit closed. */
async function differerEtClore(): Promise<void> {
  const { page, poste } = desk
  await rester()
  await page.keyboard.press('Shift+F8')
  await waitForEtape(page, 'etiquettes-a-imprimer')
  poste.clore()
  await page.getByText('Aucun patient au guichet.').waitFor()
}

/** Nothing overflows, nothing is hidden from whoever cannot see it. */
async function controler(): Promise<void> {
  const { page, complaints } = desk
  await installAxe(page)
  const { largeur, hauteur } = await overflow(page)
  expect([await audit(page), await narrowPanels(page), largeur <= 0, hauteur <= 0, complaints]).toEqual([
    [],
    [],
    true,
    true,
    [],
  ])
}

describe('INSi ne répond pas : l’admission continue, au clavier seul', () => {
  it('une touche diffère l’appel, la même y renonce, et l’identité reste validée', async () => {
    const { page, poste } = desk
    await rester()
    await montrer('continuite-sans-reponse')
    await controler()
    await page.keyboard.press('Shift+F8')
    await waitForEtape(page, 'etiquettes-a-imprimer')
    await page.getByText('il partira une fois, quand INSi répondra').waitFor()
    poste.annoncerInsi({
      meteo: { temps: 'coupe', appels: 7, reponses: 4, latenceMs: 420 },
      essaiA: '2026-11-22T08:01:00.000Z',
      differes: { enAttente: 3, aRevoir: 1 },
    })
    await page.getByText('INSi ne répond plus').waitFor()
    await montrer('continuite-differe')
    expect(await statut()).toBe('Identité validée')
    await controler()
    await page.keyboard.press('Shift+F8')
    await waitForEtape(page, 'insi-a-differer')
    expect(poste.admission()?.differe).toBeNull()
  })

  it('la réponse attend dans la liste, une personne la décide', async () => {
    const { page, poste } = desk
    await differerEtClore()
    poste.rejouer(trouvee(TRAITS_SOLENE))
    expect(poste.admission()?.interrogation.etat).toBe('trouvee')
    await page.keyboard.press('Shift+F3')
    await page.getByRole('option', { name: 'KERVADOC' }).waitFor()
    await page.getByText('Appel différé à revoir').waitFor()
    await montrer('continuite-liste')
    await page.keyboard.press('Enter')
    await waitForEtape(page, 'insi-concordante')
    await page.getByText('à vous de décider').waitFor()
    await montrer('continuite-a-revoir')
    expect(await statut()).toBe('Identité validée')
    await controler()
    await page.keyboard.press('F9')
    await page.getByText('Identité qualifiée').first().waitFor()
    expect(poste.admission()?.differe).toBeNull()
  })

  it('un appel interrompu se dit incertain et ne repart pas sans l’agent', async () => {
    const { page, poste } = desk
    await differerEtClore()
    poste.rejouer(enPanne('insi/interrompu'))
    await page.keyboard.press('Shift+F3')
    await page.getByRole('option', { name: 'KERVADOC' }).waitFor()
    await page.keyboard.press('Enter')
    await page
      .getByText(phraseDe({ code: 'insi/interrompu' }))
      .first()
      .waitFor()
    await montrer('continuite-incertain')
    await controler()
    await askInsi(page)
    expect(poste.admission()?.differe).toBeNull()
  })

  it('l’exercice de l’informatique se voit sur tout le poste', async () => {
    const { page, poste } = desk
    await newPatient(page)
    poste.annoncerInsi({ exerciceJusqua: '2026-11-22T08:15:00.000Z' })
    await page.getByRole('alert').getByText('Exercice de panne INSi').waitFor()
    await page.getByText('INSi en exercice de panne').waitFor()
    await montrer('continuite-exercice')
    await controler()
    poste.annoncerInsi({ exerciceJusqua: null })
    await page.getByRole('alert').waitFor({ state: 'detached' })
    expect(await statut()).toBe('Identité provisoire')
  })
})
