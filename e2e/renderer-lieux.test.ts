import { beforeEach, describe, expect, it } from 'vitest'
import { newPatient, type OpenDesk } from './renderer-bench/open-desk.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

beforeEach(async () => {
  desk = await openWindow()
  await newPatient(desk.page)
})

const lieu = () => desk.page.getByRole('combobox', { name: 'Lieu de naissance' })
const options = () => desk.page.getByRole('listbox', { name: 'Lieux de naissance' }).getByRole('option')
const focused = (): Promise<string> =>
  desk.page.evaluate(() =>
    document.activeElement instanceof HTMLInputElement
      ? (document.activeElement.labels?.[0]?.textContent ?? '')
      : '',
  )

/** Types a birth date, then a birth place, without leaving its field. */
async function typePlace(texte: string, naissance = '27021981'): Promise<void> {
  const { page } = desk
  await page.getByLabel('Date de naissance').focus()
  await page.keyboard.type(naissance)
  await page.keyboard.press('Enter')
  await page.keyboard.type(texte)
}

const enregistre = (): unknown => desk.poste.admission()?.saisie.lieuNaissance?.valeur

describe('RNIV 1, lieu de naissance : saisi par son nom, enregistré par son code à la date de naissance', () => {
  it('les premières lettres et Entrée suffisent, et le nom se lit sous le code', async () => {
    await typePlace('rennes')
    await desk.page.keyboard.press('Enter')
    // The name also stands in the list: what tells the choice is the code in the field.
    await expect
      .poll(async () => [await lieu().inputValue(), await focused()])
      .toEqual(['35238', 'Nom utilisé'])
    await desk.page.getByText('Rennes', { exact: true }).waitFor()
    await expect.poll(enregistre).toBe('35238')
  })

  it('Entrée frappée avant la réponse prend la réponse au texte entier', async () => {
    await typePlace('saint-denis-en-margeride')
    await desk.page.keyboard.press('Enter')
    await expect.poll(enregistre).toBe('48145')
  })

  it('une réponse tardive ne déplace pas le lieu choisi par les flèches', async () => {
    await typePlace('cherbour')
    await options().filter({ hasText: 'Octeville' }).waitFor()
    const relacher = desk.poste.retenir('lieu')
    await desk.page.keyboard.type('g')
    await desk.page.keyboard.press('ArrowDown')
    await desk.page.waitForTimeout(600)
    relacher()
    await desk.page.waitForTimeout(300)
    await desk.page.keyboard.press('Enter')
    await expect.poll(enregistre).toBe('50383')
  })

  it('les flèches choisissent, le champ désigne la ligne active et garde le focus', async () => {
    await typePlace('cherbourg')
    await options().filter({ hasText: 'Octeville' }).waitFor()
    await desk.page.keyboard.press('ArrowDown')
    const active = options().and(desk.page.locator('[aria-selected=true]'))
    await active.filter({ hasText: 'Octeville' }).waitFor()
    expect([await lieu().getAttribute('aria-activedescendant'), await focused()]).toEqual([
      await active.getAttribute('id'),
      'Lieu de naissance',
    ])
    await desk.page.keyboard.press('Enter')
    await expect.poll(enregistre).toBe('50383')
  })

  it('le code proposé est celui de l’époque', async () => {
    await typePlace('ajaccio', '01011970')
    await desk.page.keyboard.press('Enter')
    await expect.poll(enregistre).toBe('20004')
    await desk.page.getByText('Ajaccio, code de l’époque, aujourd’hui Ajaccio (2A004)').waitFor()
  })

  it('Échap ferme la liste et garde le code frappé ; un code postal est alors signalé, jamais refusé', async () => {
    await typePlace('35000')
    await options().first().waitFor()
    await desk.page.keyboard.press('Escape')
    await options().first().waitFor({ state: 'hidden' })
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('Le code 35000 est le code postal de Rennes (35238)').waitFor()
    expect([enregistre(), await lieu().getAttribute('aria-invalid')]).toEqual(['35000', 'false'])
  })

  it('« ? » puis Entrée : lieu inconnu, 99999', async () => {
    await typePlace('?')
    await desk.page.keyboard.press('Enter')
    await expect.poll(enregistre).toBe('99999')
  })

  it('un texte sans réponse reste dans le champ, avec une phrase qui dit quoi faire', async () => {
    await typePlace('zzyzx')
    await desk.page.getByText('Aucun lieu trouvé').waitFor()
    await desk.page.keyboard.press('Tab')
    await desk.page.getByText('choisissez-le dans la liste').waitFor()
    expect(await lieu().inputValue()).toBe('zzyzx')
  })

  it('quitter le champ ferme la liste sans rien choisir', async () => {
    await typePlace('rennes')
    await options().first().waitFor()
    await desk.page.keyboard.press('Tab')
    await options().first().waitFor({ state: 'hidden' })
    expect(await lieu().inputValue()).toBe('rennes')
  })
})
