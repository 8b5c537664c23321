import { beforeEach, describe, expect, it } from 'vitest'
import { phraseDe } from '#domain/refus/refus.ts'
import {
  askInsi,
  newPatient,
  recordPiece,
  typeTraits,
  waitForEtape,
  type OpenDesk,
} from './renderer-bench/open-desk.ts'
import { FAMILLE, TRAITS_SOLENE, trouvee } from './renderer-bench/people.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

beforeEach(async () => {
  desk = await openWindow()
  await newPatient(desk.page)
})

/** F12, and again where the desk asks whether to leave an unfinished admission. */
async function patientSuivant(): Promise<void> {
  const { page, poste } = desk
  const quitte = poste.admission()?.id
  await page.keyboard.press('F12')
  const question = page.getByRole('alertdialog')
  await expect.poll(async () => (await question.count()) > 0 || poste.admission()?.id !== quitte).toBe(true)
  if ((await question.count()) > 0) await page.keyboard.press('F12')
  await expect.poll(() => poste.admission()?.id).not.toBe(quitte)
  await page.locator('.patient .attenue').waitFor()
}

/** Lets the late answer come, then reads the whole screen and what is said aloud. */
async function resteDuPrecedent(): Promise<readonly string[]> {
  const { page } = desk
  await page.waitForTimeout(400)
  const champs = await page
    .locator('input[type=text]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  const tout = [await page.locator('body').innerText(), ...champs].join('\n')
  return [
    ...tout.matchAll(/KERVADOC|KERVADEC|SOL[EÈ]NE|27\/02\/1981|35238|Rennes|2 81 02|ARGENSOL|[EFN]-03\d\d/gi),
  ].map(([trouve]) => trouve)
}

describe('Une réponse qui arrive après le départ du patient ne se montre jamais au suivant', () => {
  it('INSi : l’appel du précédent n’apprend rien au suivant', async () => {
    const { page, poste } = desk
    await typeTraits(page)
    await recordPiece(page)
    const relacher = poste.retenir('insi')
    await askInsi(page)
    const repondre = poste.repondrePlusTard(trouvee(TRAITS_SOLENE))
    await patientSuivant()
    repondre()
    relacher()
    expect(await resteDuPrecedent()).toEqual([])
    expect(poste.admission()?.interrogation).toEqual({ etat: 'aucune' })
  })

  it.each(['chercher', 'nommer'] as const)('lieux : %s, demandé pour le précédent', async (demande) => {
    const { page, poste } = desk
    const relacher = poste.retenir('lieu')
    await page.getByRole('combobox', { name: 'Lieu de naissance' }).focus()
    await page.keyboard.type(demande === 'chercher' ? 'rennes' : '35238')
    await page.waitForTimeout(500)
    await patientSuivant()
    relacher()
    expect(await resteDuPrecedent()).toEqual([])
    expect(await page.getByRole('listbox', { name: 'Lieux de naissance' }).count()).toBe(0)
  })

  it('carte : la personne choisie pour le précédent', async () => {
    const { page, poste } = desk
    poste.insererCarte(FAMILLE)
    await page.getByText('4 bénéficiaires', { exact: true }).waitFor()
    const relacher = poste.retenir('carte')
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('.patient-nom', { hasText: 'KERVADOC' }).waitFor()
    poste.insererCarte([])
    await patientSuivant()
    relacher()
    expect(await resteDuPrecedent()).toEqual([])
  })

  it('impression sortie : ni son lot, ni un succès, chez le suivant', async () => {
    const { page, poste } = desk
    await typeTraits(page)
    const relacher = poste.retenir('impression')
    await page.keyboard.press('F8')
    await page.keyboard.press('F10')
    await patientSuivant()
    relacher()
    expect(await resteDuPrecedent()).toEqual([])
    expect(await page.locator('.panneau-impression .envoi, .panneau-impression .refus').count()).toBe(0)
  })

  it('impression manquée : une phrase dit que c’était le précédent, sans dire qui', async () => {
    const { page, poste } = desk
    await typeTraits(page)
    const relacher = poste.retenir('impression')
    await page.keyboard.press('F8')
    await patientSuivant()
    poste.refuserImpression('impression/refusee')
    relacher()
    const refus = page.locator('.panneau-impression .refus')
    await refus.waitFor()
    expect(await refus.innerText()).toBe(phraseDe({ code: 'impression/patient-precedent' }))
    expect(await resteDuPrecedent()).toEqual([])
  })

  it('notice : imprimée pour le précédent, elle n’est pas remise au suivant', async () => {
    const { page, poste } = desk
    await typeTraits(page)
    await recordPiece(page)
    await askInsi(page)
    poste.repondreInsi(trouvee({ ...TRAITS_SOLENE, nomNaissance: 'KERVADEC' }))
    await waitForEtape(page, 'insi-ecart-majeur')
    const relacher = poste.retenir('impression')
    await page.keyboard.press('F4')
    await page.keyboard.press('3')
    await patientSuivant()
    relacher()
    expect(await resteDuPrecedent()).toEqual([])
    expect(poste.admission()?.decision.notices).toEqual([])
  })
})
