import { beforeEach, describe, expect, it } from 'vitest'
import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import { newPatient, type OpenDesk } from './renderer-bench/open-desk.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

beforeEach(async () => {
  desk = await openWindow()
  await newPatient(desk.page)
})

const NOM = 'Nom de naissance'
const PRENOMS = 'Prénoms de naissance'
const DATE = 'Date de naissance'

/** What an agent types wrong, what the field then holds, and the rule it breaks. */
const FAUTES: readonly (readonly [
  cas: string,
  champ: string,
  frappe: string,
  garde: string,
  code: CodeRefus,
])[] = [
  ['un chiffre dans un nom', NOM, 'Dup0nt', 'Dup0nt', 'trait/chiffre'],
  ['un nom en cyrillique', NOM, 'Иванова', 'Иванова', 'trait/ecriture-non-latine'],
  ['101 caractères', NOM, 'A'.repeat(101), 'A'.repeat(101), 'trait/trop-long'],
  ['un emoji', PRENOMS, 'Zoé 😀', 'Zoé 😀', 'trait/caractere-interdit'],
  ['une date à venir', DATE, '01012090', '01/01/2090', 'date/future'],
  ['un 31 février', DATE, '31021980', '31/02/1980', 'date/inexistante'],
]

const champ = (page: OpenDesk['page'], nom: string) => page.getByRole('textbox', { name: nom, exact: true })

/** Another window of the same browser. */
function ouvrirAutre(page: OpenDesk['page']): Promise<OpenDesk['page']> {
  const navigateur = page.context().browser()
  if (navigateur === null) throw new Error('no browser')
  return navigateur.newPage({ locale: 'fr-FR' })
}

/** A sentence that says what is wrong or why, then what to do. */
const dit = (phrase: string): boolean => /^[^:]{10,}\s?: .{10,}\.$/.test(phrase)

describe('RNIV, règles de saisie : une saisie fausse se refuse d’une phrase et ne se perd jamais', () => {
  it.each(FAUTES)('%s', async (_cas, nom, frappe, garde, code) => {
    const { page, poste, bench } = desk
    await champ(page, nom).focus()
    await page.keyboard.type(frappe)
    await page.keyboard.press('Enter')
    const refus = page.locator('.refus-trait').first()
    await refus.waitFor()
    expect([(await refus.innerText()).replace(/^[^.]*\. (?=[A-Z])/, ''), dit(phraseDe({ code }))]).toEqual([
      phraseDe({ code }),
      true,
    ])
    expect(await champ(page, nom).inputValue()).toBe(garde)
    expect(await champ(page, nom).getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.press('Tab')
    expect(await champ(page, nom).inputValue()).toBe(garde)

    // The window crashes; another one opens on the same desk.
    const morte = page.waitForEvent('crash')
    await page.goto('chrome://crash').catch(() => undefined)
    await morte
    const autre = await ouvrirAutre(page)
    await autre.goto(bench.url)
    await champ(autre, nom).waitFor()
    await expect.poll(() => champ(autre, nom).inputValue()).toBe(garde)
    await autre.locator('.refus-trait').first().waitFor()
    expect(
      poste.evenements.every(({ type }) => type === 'trait-saisi' || type === 'anteriorite-cherchee'),
    ).toBe(true)
    await autre.close()
  })

  it('un code de lieu inconnu est gardé, signalé, et dit quoi vérifier', async () => {
    const { page, poste } = desk
    await champ(page, DATE).focus()
    await page.keyboard.type('27021981')
    await page.keyboard.press('Enter')
    await page.keyboard.type('35999')
    await page.keyboard.press('Enter')
    const alerte = page.locator('.alerte-lieu')
    await alerte.waitFor()
    expect(await alerte.innerText()).toMatch(/: .{10,}\.$/)
    expect(await page.getByRole('combobox', { name: 'Lieu de naissance' }).inputValue()).toBe('35999')
    expect(poste.admission()?.saisie.lieuNaissance?.brut).toBe('35999')
  })

  it('corrigée, la phrase s’en va', async () => {
    const { page } = desk
    await page.keyboard.type('Dup0nt')
    await page.keyboard.press('Enter')
    await page.locator('.refus-trait').waitFor()
    await champ(page, NOM).fill('Dupont')
    await page.keyboard.press('Tab')
    await page.locator('.refus-trait').waitFor({ state: 'detached' })
    expect(await champ(page, NOM).getAttribute('aria-invalid')).toBe('false')
    expect(desk.complaints).toEqual([])
  })
})
