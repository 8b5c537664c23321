import { beforeEach, describe, expect, it } from 'vitest'
import { statutAdmission } from '#domain/admission/lectures.ts'
import { phraseDe } from '#domain/refus/refus.ts'
import { mouseEvents, watchMouse } from './renderer-bench/mouse.ts'
import { newPatient, waitForEtape, type OpenDesk } from './renderer-bench/open-desk.ts'
import { picture } from './renderer-bench/pictures.ts'
import { scan } from './renderer-bench/scan.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

beforeEach(async () => {
  desk = await openWindow()
  await watchMouse(desk.page)
  await newPatient(desk.page)
})

/** What the screen has become, and no mouse. */
async function montrer(nom: string): Promise<void> {
  expect(await mouseEvents(desk.page)).toBe(0)
  await picture(desk.page, nom)
}

/** F5, then the first letters of the circumstance. */
async function choisir(libelle: string): Promise<void> {
  const { page } = desk
  await page.keyboard.press('F5')
  await page.getByRole('listbox', { name: 'Circonstance de l’admission' }).waitFor()
  await page.keyboard.type(libelle.slice(0, 3))
  await page.keyboard.press('Enter')
  await page.locator('.circonstance-rappel', { hasText: libelle }).waitFor()
}

const saisi = (trait: 'nomNaissance' | 'premierPrenom' | 'dateNaissance' | 'lieuNaissance') =>
  desk.poste.admission()?.saisie[trait]?.valeur ?? null

const champ = (libelle: string) => desk.page.getByLabel(libelle, { exact: true })

describe('Populations particulières, au clavier seul', () => {
  it('patient non identifié : traits conventionnels, âge annoncé, ni pièce ni INSi, provisoire', async () => {
    const { page, poste } = desk
    await choisir('Non identifié')
    await champ('Date de naissance').focus()
    await page.keyboard.type('70 ans')
    await page.getByText('31/12/1955 incertaine').waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(() => saisi('dateNaissance')).toBe('1955-12-31')
    expect([saisi('nomNaissance'), saisi('lieuNaissance')]).toEqual(['INCONNU', '99999'])
    await page
      .getByText(phraseDe({ code: 'circonstance/non-identifie' }))
      .first()
      .waitFor()
    await page.keyboard.press('F4')
    expect(poste.admission()?.interrogation.etat).toBe('aucune')
    expect(desk.complaints).toEqual([])
    await montrer('population-non-identifie')
  })

  it('nouveau-né : rattaché à l’IPP de sa mère, provisoire jusqu’à l’acte de naissance', async () => {
    const { page, poste } = desk
    await choisir('Nouveau-né')
    await champ('IPP de la mère').focus()
    await page.keyboard.type('80040001')
    await page.keyboard.press('Enter')
    await expect.poll(() => poste.admission()?.mereIpp).toBe('80040001')
    await champ('Prénoms de naissance').focus()
    await page.keyboard.type('-')
    await page.getByText('SANS PRENOM').first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => saisi('premierPrenom')).toBe('SANS PRENOM')
    expect(desk.complaints).toEqual([])
    await montrer('population-nouveau-ne')
  })

  it('anonyme : rien de ce qui fut tapé ne reste, identité fictive, INSi interdit', async () => {
    const { page, poste } = desk
    await page.keyboard.type('Kervadoc')
    await page.keyboard.press('Tab')
    await expect.poll(() => saisi('nomNaissance')).toBe('KERVADOC')
    await choisir('Anonyme ou secret')
    await expect.poll(() => saisi('nomNaissance')).toBe('ANONYME')
    expect(await page.locator('body').innerText()).not.toContain('KERVADOC')
    expect(poste.admission()?.attributs).toEqual(['fictif'])
    await page.keyboard.press('F4')
    expect(poste.admission()?.interrogation.etat).toBe('aucune')
    expect(desk.complaints).toEqual([])
    await montrer('population-anonyme')
  })

  it('mineur : l’acte de naissance et la pièce d’un parent valident l’identité', async () => {
    const { page, poste } = desk
    await choisir('Mineur')
    await champ('Nom de naissance').focus()
    await page.keyboard.type("D'Argensol")
    await page.keyboard.press('Enter')
    await page.keyboard.type('Jean Christophe Pierre')
    await page.keyboard.press('Enter')
    await page.getByText('↓ JEAN CHRISTOPHE').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => saisi('premierPrenom')).toBe('JEAN CHRISTOPHE')
    await page.keyboard.type('m')
    await page.keyboard.press('Enter')
    await page.keyboard.type('18062016')
    await page.keyboard.press('Enter')
    await page.keyboard.type('35238')
    await page.keyboard.press('Enter')
    await waitForEtape(page, 'piece-a-controler')
    await page.keyboard.press('F7')
    await page.keyboard.type('Acte')
    await page.keyboard.press('Enter')
    await expect.poll(() => poste.admission()?.piece?.type).toBe('AN')
    const admission = poste.admission()
    expect(admission && statutAdmission(admission)).toBe('validee')
    expect(desk.complaints).toEqual([])
    await montrer('population-mineur')
  })

  it('un DataMatrix INS scanné préremplit les traits, marqués CB, sans rien laisser dans le champ', async () => {
    const { poste } = desk
    const message =
      'IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE<GS>S4PAT-TROIS<GS>S5FS628-03-1979S763220'
    await champ('Nom de naissance').focus()
    await scan(desk.page, message)
    await expect.poll(() => saisi('nomNaissance')).toBe('PAT-TROIS')
    await expect.poll(() => champ('Nom de naissance').inputValue()).toBe('PAT-TROIS')
    const admission = poste.admission()
    expect(admission && [admission.saisie.sexe?.provenance, statutAdmission(admission)]).toEqual([
      'CB',
      'provisoire',
    ])
    expect(JSON.stringify(admission)).not.toContain('279035121518989')
    await montrer('population-datamatrix')
  })
})
