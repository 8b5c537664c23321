import { beforeEach, describe, expect, it } from 'vitest'
import { phraseDe } from '#domain/refus/refus.ts'
import { overflow } from './renderer-bench/axe.ts'
import {
  newPatient,
  read,
  signIn,
  typeTraits,
  waitForEtape,
  type OpenDesk,
} from './renderer-bench/open-desk.ts'
import { dejaVenue } from './renderer-bench/past-visit.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

beforeEach(async () => {
  desk = await openWindow()
})

const champRemplis = (): Promise<string[]> =>
  desk.page
    .locator('.panneau-traits input[type=text]')
    .evaluateAll((champs) => champs.map((champ) => (champ as HTMLInputElement).value))

async function nouveauPatient(): Promise<void> {
  await newPatient(desk.page)
}

async function chercher(nom: string, prenom: string, date: string): Promise<void> {
  const { keyboard } = desk.page
  await keyboard.press('F3')
  await desk.page.getByRole('heading', { name: 'Rechercher un patient' }).waitFor()
  await keyboard.type(nom)
  await keyboard.press('Tab')
  await keyboard.type(prenom)
  await keyboard.press('Tab')
  await keyboard.type(date)
  await keyboard.press('Enter')
}

describe('Rechercher avant de créer (EXI ID 17), au clavier seul', () => {
  it('F3, nom, prénom, date, Entrée : le patient connu revient avec son IPP, son identité et sa pièce', async () => {
    const { page, poste } = desk
    poste.patients.connaitre(dejaVenue('80030007'), dejaVenue('80030008', 'Pennec'))
    await nouveauPatient()
    await chercher("ker-va'doc", 'sol', '27021981')
    const options = page.getByRole('listbox', { name: 'Patients trouvés' }).getByRole('option')
    await options.first().waitFor()
    expect((await options.allInnerTexts()).map(read)).toEqual([
      'validée KERVADOC SOLENE LOUISE 27/02/1981 · F · IPP 80030007 · venue le 05/03/2024',
    ])
    await page.keyboard.press('Enter')
    await page.getByText('IPP 80030007').first().waitFor()
    await waitForEtape(page, 'insi-a-appeler')
    expect(await page.locator('.statut').innerText()).toBe('Identité validée')
    expect((await champRemplis()).slice(0, 3)).toEqual(['Kervadoc', 'Solène Louise', 'SOLENE'])
    expect(desk.complaints).toEqual([])
  })

  it('sans patient au guichet, la reprise ouvre une admission', async () => {
    const { page, poste } = desk
    poste.patients.connaitre(dejaVenue('80030007'))
    await signIn(page)
    await chercher('ker', '', '27/02/1981')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await waitForEtape(page, 'insi-a-appeler')
    expect(poste.admission()?.ipp).toBe('80030007')
  })

  it('trop peu de critères : la phrase dit quoi donner, rien de tapé n’est perdu, Échap referme', async () => {
    const { page } = desk
    await nouveauPatient()
    await chercher('ke', '', '')
    await page
      .getByText(phraseDe({ code: 'recherche/criteres' }))
      .first()
      .waitFor()
    expect(await page.getByLabel('Nom (naissance ou utilisé)').inputValue()).toBe('ke')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Rechercher un patient' }).waitFor({ state: 'detached' })
    expect(await page.locator('.panneau-piece').count()).toBe(1)
  })

  it('aucun patient : l’écran le dit', async () => {
    await nouveauPatient()
    await chercher('zzz', '', '27/02/1981')
    const phrase = desk.page.getByText('Aucun patient trouvé avec ces traits')
    await phrase.waitFor()
    expect(await phrase.innerText()).toContain('l’identité peut être créée')
  })
})

describe('Doublon probable pendant la saisie', () => {
  it('le panneau dit qui et pourquoi, sans jamais arrêter la saisie, et Entrée reprend le patient', async () => {
    const { page, poste } = desk
    poste.patients.connaitre(dejaVenue('80030007', 'Kervadec', '2020-01-15'))
    await nouveauPatient()
    await typeTraits(page)
    const panneau = page.getByRole('listbox', { name: 'Patients connus qui peuvent être celui-ci' })
    await panneau.waitFor()
    expect(read(await panneau.innerText())).toBe(
      'validée Doublon probable : KERVADEC SOLENE LOUISE 27/02/1981 · F · IPP 80030007 · venue le 15/01/2020 ' +
        'mêmes prénom, date de naissance, sexe, lieu de naissance ; nom à une lettre près',
    )
    await panneau.getByRole('option').first().focus()
    await page.keyboard.press('Enter')
    await page.getByText('IPP 80030007').first().waitFor()
    await page.getByText(phraseDe({ code: 'piece/a-reverifier' })).waitFor()
    expect(await panneau.count()).toBe(0)
    expect(desk.complaints).toEqual([])
  })

  it('une recherche lente du patient précédent ne s’affiche jamais chez le suivant', async () => {
    const { page, poste } = desk
    poste.patients.connaitre(dejaVenue('80030007'))
    await nouveauPatient()
    const relacher = poste.patients.retenir()
    await typeTraits(page)
    expect(await page.locator('.panneau-doublons').count()).toBe(0)
    await page.keyboard.press('F12')
    await waitForEtape(page, 'traits-vides')
    relacher()
    await page.waitForTimeout(300)
    expect(await page.locator('.panneau-doublons').count()).toBe(0)
    expect(await page.locator('body').innerText()).not.toContain('KERVADOC')
  })

  it('une recherche lente demandée par F3 pour le patient précédent ne s’affiche jamais chez le suivant', async () => {
    const { page, poste } = desk
    poste.patients.connaitre(dejaVenue('80030007'))
    await nouveauPatient()
    const relacher = poste.patients.retenir()
    await chercher('ker', '', '27/02/1981')
    await page.keyboard.press('F12')
    await waitForEtape(page, 'traits-vides')
    await page.keyboard.press('F3')
    relacher()
    await page.waitForTimeout(300)
    expect(await page.locator('.panneau-recherche [role=option]').count()).toBe(0)
  })

  it('sans défilement à 1024 × 600', async () => {
    const { page, poste } = desk
    poste.patients.connaitre(dejaVenue('80030007'), dejaVenue('80030008', 'Kervadec'))
    await nouveauPatient()
    await chercher('kerv', '', '27/02/1981')
    await page.getByRole('option').first().waitFor()
    expect((await overflow(page)).hauteur).toBeLessThanOrEqual(0)
  })
})
