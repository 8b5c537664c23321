import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import type { VueConnexion } from '#contracts/session.ts'
import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import { audit, installAxe, overflow } from './renderer-bench/axe.ts'
import { signIn, waitForEtape, type OpenDesk } from './renderer-bench/open-desk.ts'
import { FAMILLE } from './renderer-bench/people.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()

const MOYENS = { motDePasse: true, carte: true }
const ABSENTE = { etat: 'absente', refus: null } as const
const CLAIRE = {
  etat: 'presente',
  presence: 4,
  titulaire: 'CLAIRE MORELIN',
  compte: { identifiant: 'claire', nom: 'Claire Morelin' },
  code: 'disponible',
} as const satisfies VueConnexion['carte']

let desk: OpenDesk
let page: Page
beforeEach(async () => {
  desk = await openWindow()
  ;({ page } = desk)
  desk.poste.connexion.poser({ moyens: MOYENS, carte: ABSENTE })
  await page.getByText('Ou insérez votre carte').waitFor()
})

const inserer = (carte: VueConnexion['carte'] = CLAIRE): void => desk.poste.connexion.poser({ carte })
const focus = (): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('.champ')?.querySelector('.libelle')?.textContent)
const refus = (): Promise<string> => page.locator('#refus-session').innerText()
const phrase = (code: CodeRefus): string => phraseDe({ code })

describe('La connexion par carte, au clavier seul', () => {
  it('la carte insérée demande son code, Entrée ouvre, et le code n’est resté nulle part', async () => {
    inserer()
    await expect.poll(focus).toBe('Code porteur')
    await page.keyboard.type('1234')
    await page.keyboard.press('Enter')
    await page.getByText('Aucun patient au guichet.').waitFor()
    expect(desk.poste.connexion.demandes).toEqual([{ chiffres: 4, dernierEssai: false }])
    expect(desk.complaints).toEqual([])
  })

  it('un code erroné est dit, le champ se vide, rien n’est représenté', async () => {
    inserer()
    desk.poste.connexion.repondre('cpx/code-errone')
    await expect.poll(focus).toBe('Code porteur')
    await page.keyboard.type('9999')
    await page.keyboard.press('Enter')
    await expect.poll(refus).toBe(phrase('cpx/code-errone'))
    expect(await page.getByLabel('Code porteur').inputValue()).toBe('')
    await expect.poll(focus).toBe('Code porteur')
    expect(desk.poste.connexion.demandes.length).toBe(1)
  })

  it('le dernier essai ne part pas par Entrée : F9 seul le présente', async () => {
    inserer({ ...CLAIRE, code: 'dernier-essai' })
    await page.locator('.refus').getByText('DERNIER essai').waitFor()
    await page.keyboard.type('1234')
    await page.keyboard.press('Enter')
    expect(desk.poste.connexion.demandes).toEqual([])
    await page.keyboard.press('F9')
    await page.getByText('Aucun patient au guichet.').waitFor()
    expect(desk.poste.connexion.demandes).toEqual([{ chiffres: 4, dernierEssai: true }])
  })

  it('une carte refusée ou bloquée n’a pas de champ de code, et le mot de passe reste', async () => {
    inserer({ etat: 'refusee', titulaire: 'CLAIRE MORELIN', refus: 'cpx/bloquee' })
    await page.locator('.carte-seule').getByText(phrase('cpx/bloquee')).waitFor()
    expect(await page.getByLabel('Code porteur').count()).toBe(0)
    await signIn(page)
  })

  it('un mot de passe entamé n’est pas emporté par une carte : F2 va à elle', async () => {
    await page.keyboard.type('cam')
    inserer()
    await page.getByText('Carte de CLAIRE MORELIN insérée.').waitFor()
    expect(await page.getByLabel('Identifiant').inputValue()).toBe('cam')
    await page.keyboard.press('F2')
    await expect.poll(focus).toBe('Code porteur')
    await page.keyboard.press('F2')
    await expect.poll(focus).toBe('Identifiant')
  })

  it('une carte inconnue se rattache par F3, avec le mot de passe et le code', async () => {
    inserer({ ...CLAIRE, compte: null })
    await page.locator('.carte-seule').getByText(phrase('session/carte-inconnue')).waitFor()
    await page.keyboard.press('F3')
    await expect.poll(focus).toBe('Identifiant')
    for (const [texte, touche] of [
      ['claire', 'Tab'],
      ['phrase de passe', 'Tab'],
      ['1234', 'Enter'],
    ] as const) {
      await page.keyboard.type(texte)
      await page.keyboard.press(touche)
    }
    await page.getByText('Aucun patient au guichet.').waitFor()
  })

  it('la carte retirée en pleine frappe : le même agent retrouve son patient, sa frappe et ce qu’il avait déplié', async () => {
    await signIn(page)
    await page.keyboard.press('F12')
    await waitForEtape(page, 'traits-vides')
    await page.keyboard.press('F1')
    await page.locator('.legende').waitFor()
    await page.getByLabel('Nom de naissance').focus()
    await page.keyboard.type('Kervad')
    desk.poste.deconnecter()
    desk.poste.connexion.poser({ carte: ABSENTE, verrouilleePour: 'Camille Roche' })
    await page.getByText('Session de Camille Roche verrouillée').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Kervad')
    await signIn2(page)
    await expect.poll(() => page.getByLabel('Nom de naissance').inputValue()).toBe('Kervad')
    await page.locator('.legende').waitFor()
  })
})

/** The same agent again, on the desk as he left it. */
async function signIn2(on: Page): Promise<void> {
  await on.getByLabel('Identifiant').waitFor()
  await on.keyboard.type('camille')
  await on.keyboard.press('Tab')
  await on.keyboard.type('secret')
  await on.keyboard.press('Enter')
  await on.locator('.bandeau').waitFor()
}

describe('La Carte Vitale changée avant l’appel', () => {
  it('l’appel est bloqué, la touche dit comment continuer, et les traits restent', async () => {
    await signIn(page)
    await page.keyboard.press('F12')
    await waitForEtape(page, 'traits-vides')
    const [anne] = FAMILLE
    if (!anne) throw new Error('famille')
    desk.poste.insererCarte([anne])
    await page.getByText(anne.prenoms).first().waitFor()
    await page.keyboard.press('F2')
    await page.locator('.patient-nom').waitFor()
    await page.getByRole('radio').first().focus()
    await page.keyboard.type('f')
    desk.poste.retirerCarte()
    await page.keyboard.press('F4')
    await page.locator('.panneau-insi').getByText(phrase('insi/carte-vitale-absente')).waitFor()
    await page.keyboard.press('Control+F2')
    await page
      .locator('.panneau-insi')
      .getByText(phrase('insi/carte-vitale-absente'))
      .waitFor({ state: 'detached' })
    await page.keyboard.press('F4')
    await waitForEtape(page, 'insi-en-cours')
    expect(desk.poste.evenements.map(({ type }) => type).slice(-2)).toEqual([
      'carte-oubliee',
      'insi-demandee',
    ])
  })
})

const CAPTURES = process.env['GUICHET_CAPTURES']

describe('Les écrans de connexion', () => {
  const ECRANS: readonly (readonly [string, VueConnexion['carte'] | null, () => Promise<unknown>])[] = [
    ['mot de passe et carte', null, () => Promise.resolve()],
    ['code', CLAIRE, () => page.getByLabel('Code porteur').waitFor()],
    ['dernier essai', { ...CLAIRE, code: 'dernier-essai' }, () => page.getByText('F9').first().waitFor()],
    ['carte inconnue', { ...CLAIRE, compte: null }, () => page.getByText('Rattacher ma carte').waitFor()],
    [
      'rattacher',
      { ...CLAIRE, compte: null },
      async () => {
        await page.getByText('Rattacher ma carte').waitFor()
        await page.keyboard.press('F3')
        await page.getByText('Rattacher et ouvrir').waitFor()
      },
    ],
    [
      'carte refusée',
      { etat: 'refusee', titulaire: 'CLAIRE MORELIN', refus: 'cpx/perimee' },
      () => page.locator('.carte-seule').getByText(phrase('cpx/perimee')).waitFor(),
    ],
    [
      'téléphone',
      null,
      async () => {
        desk.poste.exigerTelephone()
        await page.keyboard.type('camille')
        await page.keyboard.press('Tab')
        await page.keyboard.type('secret')
        await page.keyboard.press('Enter')
        await page.getByLabel('Code affiché par le téléphone').waitFor()
      },
    ],
  ]

  it.each(ECRANS)('%s : lisible par tous, sans défilement', async (nom, carte, aller) => {
    if (carte) desk.poste.connexion.poser({ carte })
    await aller()
    await installAxe(page)
    expect(await audit(page)).toEqual([])
    const { largeur, hauteur } = await overflow(page)
    expect([largeur <= 0, hauteur <= 0]).toEqual([true, true])
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height })
      if (CAPTURES === undefined) continue
      mkdirSync(CAPTURES, { recursive: true })
      await page.screenshot({ path: join(CAPTURES, `connexion-${nom}-${String(width)}.png`) })
    }
  })
})
