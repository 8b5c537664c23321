import { beforeEach, describe, expect, it } from 'vitest'
import {
  askInsi,
  newPatient,
  recordPiece,
  typeTraits,
  waitForEtape,
  type OpenDesk,
} from './renderer-bench/open-desk.ts'
import { FAMILLE, TRAITS_SOLENE, trouvee } from './renderer-bench/people.ts'
import { scan } from './renderer-bench/scan.ts'
import { picture } from './renderer-bench/pictures.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

beforeEach(async () => {
  desk = await openWindow()
  await newPatient(desk.page)
})

const CHAMPS = [
  'Nom de naissance',
  'Prénoms de naissance',
  'Premier prénom',
  'Sexe',
  'Date de naissance',
  'Lieu de naissance',
] as const

const TAPE = 'Saisi à la main'
const CARTE = 'Repris de la carte Vitale'
const ETAT_CIVIL = 'Retourné par INSi, d’après l’état civil et non la carte'
const SCANNE = 'Lu dans un DataMatrix INS'

/** What a screen reader says of the origin of each field when it is reached, and nothing else is pressed. */
const origines = (): Promise<readonly string[]> =>
  Promise.all(
    CHAMPS.map((nom) =>
      desk.page
        .getByRole(nom === 'Sexe' ? 'radiogroup' : nom === 'Lieu de naissance' ? 'combobox' : 'textbox', {
          name: nom,
          exact: true,
        })
        .evaluate((champ) => {
          const [origine = ''] = (champ.getAttribute('aria-describedby') ?? '').split(' ')
          return document.getElementById(origine)?.querySelector('.hors-vue')?.textContent ?? ''
        }),
    ),
  )

/** The badges in sight, in document order. */
const badges = (): Promise<readonly string[]> =>
  desk.page.locator('.rangees .provenance > [aria-hidden]').allInnerTexts()

describe('ID-11 : d’où vient chaque trait se voit et s’entend sur son champ', () => {
  it('tapé à la main', async () => {
    await typeTraits(desk.page)
    await expect.poll(origines).toEqual(CHAMPS.map(() => TAPE))
    expect(await badges()).toEqual(CHAMPS.map(() => 'SM'))
  })

  it('repris de la carte, puis rendu par INSi : l’état civil, et non la carte', async () => {
    const { page, poste } = desk
    poste.insererCarte(FAMILLE)
    await page.getByText('4 bénéficiaires', { exact: true }).waitFor()
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByText('Complétez : sexe, lieu de naissance.').waitFor()
    expect(await origines()).toEqual([CARTE, CARTE, CARTE, '', CARTE, ''])
    await page.getByRole('textbox', { name: 'Prénoms de naissance' }).fill('Solène Louise')
    await page.getByRole('radiogroup', { name: 'Sexe' }).locator('label').first().focus()
    await page.getByRole('radio').first().focus()
    await page.keyboard.type('f')
    await page.getByRole('combobox', { name: 'Lieu de naissance' }).fill('35238')
    await page.keyboard.press('Tab')
    await waitForEtape(page, 'piece-a-controler')
    expect(await origines()).toEqual([CARTE, TAPE, CARTE, TAPE, CARTE, TAPE])
    await recordPiece(page)
    await askInsi(page)
    poste.repondreInsi(trouvee(TRAITS_SOLENE))
    await waitForEtape(page, 'insi-concordante')
    await page.keyboard.press('F9')
    await waitForEtape(page, 'etiquettes-a-imprimer')
    // The first given name is local: INSi does not give it.
    expect(await origines()).toEqual([ETAT_CIVIL, ETAT_CIVIL, CARTE, ETAT_CIVIL, ETAT_CIVIL, ETAT_CIVIL])
    expect(await badges()).toEqual(['INSi', 'INSi', 'CV', 'INSi', 'INSi', 'INSi'])
  })

  it('lu dans un DataMatrix INS', async () => {
    await scan(
      desk.page,
      'IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE\u001dS4PAT-TROIS\u001dS5FS628-03-1979S763220',
    )
    await expect.poll(origines).toEqual(CHAMPS.map(() => SCANNE))
    expect(await badges()).toEqual(CHAMPS.map(() => 'CB'))
  })

  it('une touche montre la légende, Échap la referme, sans défilement', async () => {
    const { page } = desk
    await typeTraits(page)
    await page.keyboard.press('F1')
    const legende = page.locator('.legende')
    await legende.waitFor()
    expect((await legende.innerText()).split('\n')).toEqual([
      'SM',
      TAPE,
      'CV',
      CARTE,
      'INSi',
      ETAT_CIVIL,
      'CB',
      SCANNE,
    ])
    expect(
      await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
    ).toBeLessThanOrEqual(0)
    await picture(page, 'legende')
    await page.keyboard.press('Escape')
    await legende.waitFor({ state: 'detached' })
    expect(desk.complaints).toEqual([])
  })
})

describe('EXI SI 23 : aucun type de pièce choisi d’avance', () => {
  it('la liste s’ouvre sans ligne cochée, et rien n’est enregistré avant Entrée', async () => {
    const { page, poste } = desk
    await typeTraits(page)
    const liste = page.getByRole('listbox', { name: 'Type de pièce contrôlée en présence du patient' })
    const cochees = () => liste.locator('[aria-selected=true], [aria-checked=true], input:checked').count()
    expect(await liste.getByRole('option').count()).toBeGreaterThan(1)
    expect(await cochees()).toBe(0)
    await page.keyboard.press('F7')
    await page.keyboard.press('ArrowDown')
    expect([await cochees(), poste.admission()?.piece]).toEqual([0, null])
    await page.keyboard.press('Escape')
    expect(poste.admission()?.piece).toBeNull()
    await page.keyboard.press('F7')
    await page.keyboard.press('Enter')
    await page.getByText('contrôle du 22/11/2026').waitFor()
    expect(poste.admission()?.piece?.type).toBeTruthy()
  })
})
