import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phraseDe } from '#domain/refus/refus.ts'
import { monterBanc, type Banc } from './banc.ts'

const TAILLES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

let banc: Banc
beforeAll(async () => {
  banc = await monterBanc()
})
afterAll(() => banc.fermer())

const champ = (nom: string): Promise<string> => banc.page.getByLabel(nom).inputValue()

async function capturer(nom: string): Promise<void> {
  const captures = process.env['CAPTURES']
  if (captures === undefined) return
  for (const taille of TAILLES) {
    await banc.page.setViewportSize(taille)
    await banc.page.screenshot({ path: join(captures, `${nom}-${taille.width}.png`) })
  }
  await banc.page.setViewportSize(TAILLES[0])
}

/** What the form holds of the child chosen on the card, whatever happens to cards afterwards. */
const enfant = async () => ({
  nom: await champ('Nom de naissance'),
  prenoms: await champ('Prénoms de naissance'),
  date: await champ('Date de naissance'),
})
const RETIREE = phraseDe({ code: 'cartes/retiree' })
const LEO = { nom: "D'ARGENSOL", prenoms: 'LEO', date: '18/06/2016' }

describe('une famille devant le guichet, par de vraies cartes simulées', () => {
  it('la carte insérée montre toute la famille et ne remplit rien', async () => {
    await banc.cartes('inserer B')
    await banc.agent.voir('4 bénéficiaires')
    expect(await banc.page.locator('.liste-beneficiaires [role=option]').allTextContents()).toHaveLength(4)
    expect(await enfant()).toEqual({ nom: '', prenoms: '', date: '' })
    await capturer('vitale-famille')
  })

  it('l’enfant se choisit aux flèches : ses traits, et jamais le numéro de l’assuré', async () => {
    await banc.agent.presser('F2')
    await banc.page.locator('.liste-beneficiaires [role=option]:focus').waitFor()
    for (const touche of ['ArrowDown', 'ArrowDown']) await banc.page.keyboard.press(touche)
    await banc.page.locator('.liste-beneficiaires [role=option]:focus', { hasText: 'LEO' }).waitFor()
    await banc.page.keyboard.press('Enter')
    await expect.poll(enfant).toEqual(LEO)
    expect(await banc.page.locator('body').textContent()).not.toMatch(/\d{2}2B\d{6}|179092B/)
    await capturer('vitale-enfant')
  })

  it('la carte arrachée pendant une nouvelle lecture : la phrase le dit, rien n’en est repris, la saisie reste', async () => {
    await banc.cartes('retirer')
    await banc.agent.voir('Aucune carte dans le lecteur')
    await banc.cartes('figer C 4')
    await banc.page
      .getByText(/Lecture en cours/)
      .first()
      .waitFor()
    await banc.cartes('retirer')
    await banc.agent.voir(RETIREE)
    expect(await banc.page.locator('.liste-beneficiaires').count()).toBe(0)
    expect(await enfant()).toEqual(LEO)
    expect(await banc.page.locator('body').textContent()).not.toMatch(/TOURNERIE/)
    await capturer('vitale-arrachee')
  })

  it('une autre carte se lit et se montre, sans remplacer l’enfant choisi tant que l’agent ne la reprend pas', async () => {
    await banc.cartes('inserer A')
    await banc.agent.voir('LANDREVILLE ANNE-CLAIRE')
    expect(await banc.page.getByText(RETIREE).count()).toBe(0)
    expect(await enfant()).toEqual(LEO)
    await capturer('vitale-autre')
    await banc.agent.presser('F2')
    await expect.poll(enfant).toEqual({ nom: 'LANDREVILLE', prenoms: 'ANNE-CLAIRE', date: '12/04/1987' })
  })

  it('aucun pointeur, aucune violation, rien hors de la boucle locale', () =>
    expect({ ...banc.ecarts, erreurs: [] }).toEqual({
      requetes: [],
      violations: [],
      pointeurs: [],
      erreurs: [],
    }))
})
