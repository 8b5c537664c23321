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
import { FAMILLE, SEULE, TRAITS_SOLENE, enPanne, nonTrouvee, trouvee } from './renderer-bench/people.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

beforeEach(async () => {
  desk = await openWindow()
})

const focused = (): Promise<string> =>
  desk.page.evaluate(() => {
    const element = document.activeElement
    return element instanceof HTMLInputElement
      ? (element.labels?.[0]?.textContent ?? '')
      : (element?.textContent ?? '')
  })
const statut = (): Promise<string> => desk.page.locator('.statut').innerText()
const phrase = (code: CodeRefus): string => phraseDe({ code })

describe('Le geste d’admission, au clavier seul', () => {
  it('de la carte Vitale au patient suivant, et rien du précédent ne reste à l’écran', async () => {
    const { page, poste } = desk
    await newPatient(desk.page)
    await expect.poll(focused).toBe('Nom de naissance')

    poste.insererCarte(FAMILLE)
    await page.getByText('4 bénéficiaires', { exact: true }).waitFor()
    await expect.poll(focused).toBe('Nom de naissance')
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByText('Complétez : sexe, lieu de naissance.').waitFor()
    await page.keyboard.press('F6')
    await page.getByLabel('Prénoms de naissance').focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' Louise')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('f')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('35238')
    await waitForEtape(page, 'piece-a-controler')

    await recordPiece(page)
    expect(await statut()).toBe('Identité validée')
    await askInsi(desk.page)
    poste.repondreInsi(trouvee(TRAITS_SOLENE))
    await waitForEtape(page, 'insi-concordante')
    await page.keyboard.press('F9')
    await waitForEtape(page, 'etiquettes-a-imprimer')
    expect(await statut()).toBe('Identité qualifiée')
    expect(await page.locator('.matricule').innerText()).toBe(
      'INS 2 81 02 35 238 903 03 (NIR de démonstration)',
    )

    await page.keyboard.press('F8')
    await page.getByText('Étiquettes : lot E-0312, 1 page').waitFor()
    await page.keyboard.press('F10')
    await waitForEtape(page, 'patient-suivant')
    await page.keyboard.press('F12')
    await waitForEtape(page, 'beneficiaire-a-choisir')
    await expect.poll(focused).toBe('Nom de naissance')

    poste.insererCarte([])
    await waitForEtape(page, 'traits-vides')
    const saisies = await page
      .locator('.panneau-traits input[type=text]')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    expect(saisies).toEqual(['', '', '', '', '', '', ''])
    expect(await page.locator('body').innerText()).not.toMatch(/KERVADOC|SOLENE|27\/02\/1981|35238|E-0312/)
    expect(desk.complaints).toEqual([])
  })

  it('le focus n’est jamais perdu : la liste qui a servi le rend au geste recommandé', async () => {
    const { page, poste } = desk
    await signIn(page)
    await expect.poll(focused).toBe('Nouveau patientF12')
    await page.keyboard.press('Enter')
    await waitForEtape(page, 'traits-vides')
    poste.insererCarte(FAMILLE)
    await page.getByText('4 bénéficiaires', { exact: true }).waitFor()
    await page.keyboard.press('F2')
    await page.keyboard.press('Enter')
    await page.getByText('Complétez : sexe, lieu de naissance.').waitFor()
    await expect
      .poll(() => page.evaluate(() => Boolean(document.activeElement?.closest('.champ-sexe'))))
      .toBe(true)
    await page.keyboard.type('m')
    await page.getByLabel('Lieu de naissance').fill('2B033')
    await page.keyboard.press('Tab')
    await waitForEtape(page, 'piece-a-controler')
    await recordPiece(page)
    await waitForEtape(page, 'insi-a-appeler')
    await expect.poll(focused).toBe('Appeler INSiF4')
    await page.keyboard.press('Enter')
    await waitForEtape(page, 'insi-en-cours')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('suite')
  })

  it('F2 prend tout de suite l’unique bénéficiaire, et ouvre le patient s’il n’y en a pas', async () => {
    const { page, poste } = desk
    await signIn(page)
    poste.insererCarte(SEULE)
    await page.getByText('LANDREVILLE ANNE-CLAIRE').waitFor()
    await page.keyboard.press('F2')
    await page.getByText('Complétez : sexe, lieu de naissance.').waitFor()
    expect(await page.getByLabel('Nom de naissance').inputValue()).toBe('LANDREVILLE')
    expect(await page.getByLabel('Date de naissance').inputValue()).toBe('12/04/1987')
    expect(await page.getByText('Repris de la carte Vitale').count()).toBe(4)
  })

  it('montre l’écriture RNIV sous le champ et la phrase du refus près du trait', async () => {
    const { page } = desk
    await newPatient(desk.page)
    await page.keyboard.type('d’Argençol')
    expect(read(await page.locator('.apercu.normalise').innerText())).toBe("Enregistré : → D'ARGENCOL")
    await page.keyboard.press('Enter')
    await page.keyboard.type('J. Paul')
    await page.keyboard.press('Enter')
    await waitForEtape(page, 'traits-refuses')
    const prenoms = page.getByLabel('Prénoms de naissance')
    expect(await prenoms.getAttribute('aria-invalid')).toBe('true')
    const refus = await prenoms.getAttribute('aria-describedby')
    expect(await page.locator(`#${refus?.split(' ').at(-1)}`).innerText()).toBe(
      `Prénoms de naissance. ${phrase('trait/abreviation')}`,
    )
  })

  it('une date se tape en huit chiffres, les barres s’écrivent seules', async () => {
    const { page } = desk
    await newPatient(desk.page)
    await page.getByLabel('Date de naissance').focus()
    await page.keyboard.type('2702')
    expect(await page.getByLabel('Date de naissance').inputValue()).toBe('27/02')
    await page.keyboard.type('1981')
    expect(await page.getByLabel('Date de naissance').inputValue()).toBe('27/02/1981')
  })
})

describe('La réponse d’INSi', () => {
  beforeEach(async () => {
    await newPatient(desk.page)
    await typeTraits(desk.page)
    await recordPiece(desk.page)
    await askInsi(desk.page)
  })

  it('un écart mineur ne s’accepte qu’avec un motif, choisi par un chiffre', async () => {
    const { page, poste } = desk
    poste.repondreInsi(trouvee({ ...TRAITS_SOLENE, prenomsNaissance: 'SOLENE LOUISE ANNE' }))
    await waitForEtape(page, 'insi-ecart-mineur')
    await page.keyboard.press('F9')
    await page.getByRole('listbox', { name: 'Motif d’acceptation de l’écart mineur' }).waitFor()
    await page.keyboard.press('3')
    await waitForEtape(page, 'etiquettes-a-imprimer')
    expect(poste.evenements.at(-1)).toEqual({ type: 'insi-acceptee', motif: 'prenoms-abreges-piece' })
    expect(await page.getByLabel('Prénoms de naissance').inputValue()).toBe('SOLENE LOUISE ANNE')
    expect(await page.getByLabel('Prénoms de naissance').getAttribute('readonly')).toBe('')
  })

  it('un écart majeur se voit lettre à lettre et interdit d’accepter', async () => {
    const { page, poste } = desk
    poste.repondreInsi(trouvee({ ...TRAITS_SOLENE, nomNaissance: 'KERVADEC' }))
    await waitForEtape(page, 'insi-ecart-majeur')
    expect(await page.locator('.comparaison mark').allInnerTexts()).toEqual(['O', 'E'])
    await page.keyboard.press('F9')
    await page.locator('.panneau-insi .refus').waitFor()
    expect(await page.locator('.panneau-insi .refus').innerText()).toBe(phrase('admission/ecart-majeur'))
    await page.keyboard.press('Shift+F9')
    await waitForEtape(page, 'etiquettes-a-imprimer')
    expect(await statut()).toBe('Identité validée')
  })

  it.each([
    ['01', nonTrouvee('01'), 'insi-introuvable'],
    ['02', nonTrouvee('02'), 'insi-plusieurs'],
    ['en panne', enPanne('insi/injoignable'), 'insi-a-differer'],
  ])('%s : l’admission continue sans INS', async (_cas, reponse, etape) => {
    const { page, poste } = desk
    poste.repondreInsi(reponse)
    await waitForEtape(page, etape)
    await page.keyboard.press('F8')
    await waitForEtape(page, 'fiche-a-imprimer')
    expect(await statut()).toBe('Identité validée')
  })

  it('Échap annule l’appel', async () => {
    await desk.page.keyboard.press('Escape')
    await waitForEtape(desk.page, 'insi-en-echec')
    expect(desk.poste.evenements.at(-1)).toEqual({ type: 'insi-annulee' })
  })
})

describe('Ce qui ne doit jamais arriver au guichet', () => {
  it('liaison perdue : la saisie reste à l’écran et s’enregistre à son retour', async () => {
    const { page, bench, poste } = desk
    await newPatient(desk.page)
    bench.cut()
    await page.getByText('Liaison avec le poste perdue, reconnexion…').waitFor()
    await page.keyboard.type('Kervadoc')
    await page.keyboard.press('Enter')
    expect(await page.getByLabel('Nom de naissance').inputValue()).toBe('Kervadoc')
    expect(poste.admission()?.saisie.nomNaissance).toBe(null)
    bench.mend()
    await page.locator('.patient-nom', { hasText: 'KERVADOC' }).waitFor()
    expect(poste.admission()?.saisie.nomNaissance?.brut).toBe('Kervadoc')
  })

  it('une frappe perdue : elle est enregistrée sans quitter le champ', async () => {
    await newPatient(desk.page)
    await desk.page.keyboard.type('Kerv')
    await desk.page.locator('.patient-nom', { hasText: 'KERV' }).waitFor()
    expect(desk.poste.admission()?.saisie.nomNaissance?.brut).toBe('Kerv')
  })

  it('un patient quitté sans question alors que sa saisie est inachevée', async () => {
    const { page } = desk
    await newPatient(desk.page)
    await page.keyboard.type('Kervadoc')
    await page.keyboard.press('F12')
    await page.getByRole('alertdialog', { name: 'Passer au patient suivant ?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await expect.poll(focused).toBe('Nom de naissance')
    await page.keyboard.press('F12')
    await page.keyboard.press('F12')
    await waitForEtape(page, 'traits-vides')
    expect(await page.getByLabel('Nom de naissance').inputValue()).toBe('')
  })

  it('une touche de fonction qui agirait sur le navigateur', async () => {
    const { page } = desk
    await newPatient(desk.page)
    await page.keyboard.type('Kervadoc')
    for (const touche of ['F1', 'F3', 'F5', 'Shift+F5', 'Control+F5', 'F7']) await page.keyboard.press(touche)
    expect(await page.getByLabel('Nom de naissance').inputValue()).toBe('Kervadoc')
  })

  it('une identification refusée sans dire pourquoi', async () => {
    const { page } = desk
    await page.locator('[name=identifiant]:focus').waitFor()
    await page.keyboard.type('camille')
    await page.keyboard.press('Tab')
    await page.keyboard.type('faux')
    await page.keyboard.press('Enter')
    await page.locator('#refus-session').waitFor()
    expect(await page.locator('#refus-session').innerText()).toBe(phrase('session/identifiants'))
    await expect.poll(focused).toBe('Mot de passe')
  })
})
