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
import { TRAITS_SOLENE, nonTrouvee, trouvee } from './renderer-bench/people.ts'
import { picture } from './renderer-bench/pictures.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()
let desk: OpenDesk

beforeEach(async () => {
  desk = await openWindow()
  await newPatient(desk.page)
  await typeTraits(desk.page)
  await recordPiece(desk.page)
  await appeler()
})

const appeler = (): Promise<void> => askInsi(desk.page)

const demande = () => {
  const interrogation = desk.poste.admission()?.interrogation
  return interrogation?.etat === 'en-cours' ? interrogation.demande : null
}

const montrer = (nom: string): Promise<void> => picture(desk.page, nom)

const defile = (): Promise<boolean> =>
  desk.page.evaluate(() => document.documentElement.scrollHeight > document.documentElement.clientHeight)

describe('L’arbre de décision, au clavier seul', () => {
  it('01 : le nom de naissance vérifié, puis le deuxième prénom, et l’avertissement', async () => {
    const { page, poste } = desk
    poste.repondreInsi(nonTrouvee('01'))
    await page.getByText('vérifiez le nom de naissance sur la pièce').waitFor()
    await montrer('decision-nom')
    expect(await defile()).toBe(false)
    await page.keyboard.press('F4')
    await page.keyboard.press('1')
    await page.getByText('Essai 2/3 : prénom LOUISE').waitFor()
    await montrer('decision-relance')
    await appeler()
    expect(demande()?.prenom).toBe('LOUISE')
    poste.repondreInsi(trouvee(TRAITS_SOLENE))
    await page.getByText('un jumeau est possible').waitFor()
    expect(await page.locator('[data-etape]').getAttribute('data-etape')).toBe('insi-ecart-mineur')
    await montrer('decision-autre-prenom')
    await page.keyboard.press('F9')
    await page.getByRole('listbox', { name: 'Motif d’acceptation de l’écart mineur' }).waitFor()
    await page.keyboard.press('5')
    await waitForEtape(page, 'etiquettes-a-imprimer')
    expect(poste.evenements.at(-1)).toEqual({ type: 'insi-acceptee', motif: 'patient-confirme' })
    expect(desk.complaints).toEqual([])
  })

  it('02 : tous les prénoms, puis le lieu de naissance, une touche par appel', async () => {
    const { page, poste } = desk
    poste.repondreInsi(nonTrouvee('02'))
    await page.getByText('Essai 2/3 : prénoms SOLENE LOUISE').waitFor()
    await appeler()
    poste.repondreInsi(nonTrouvee('02'))
    await page.getByText('Essai 3/3 : avec le lieu de naissance 35238').waitFor()
    await appeler()
    expect(demande()).toEqual({
      nomNaissance: 'KERVADOC',
      prenom: 'SOLENE LOUISE',
      sexe: 'F',
      dateNaissance: '1981-02-27',
      lieuNaissance: '35238',
    })
    poste.repondreInsi(trouvee(TRAITS_SOLENE))
    await waitForEtape(page, 'insi-concordante')
  })

  it('écart majeur : sa cause et sa clause, le transfert par un chiffre, jamais l’association', async () => {
    const { page, poste } = desk
    poste.repondreInsi(trouvee({ ...TRAITS_SOLENE, nomNaissance: 'KERVADEC' }))
    await waitForEtape(page, 'insi-ecart-majeur')
    await page.getByText('faute d’orthographe ou de frappe probable').waitFor()
    expect(await page.locator('.comparaison .clause').innerText()).toContain('écarts majeurs')
    await montrer('decision-majeur')
    expect(await defile()).toBe(false)
    await page.keyboard.press('F4')
    await page.keyboard.press('2')
    await page.getByText('Transféré au référent INS').waitFor()
    expect(poste.evenements.at(-1)).toEqual({ type: 'transfert-demande', motif: 'ecart-majeur' })
    await page.keyboard.press('2')
    await page.getByText('Notice au patient : lot N-0314, 1 page').waitFor()
    await page.getByText('Imprimer la notice Insee (remise)').waitFor()
    await montrer('decision-notice')
    expect(await defile()).toBe(false)
    await page.keyboard.press('F9')
    await page.locator('.panneau-insi .refus').waitFor()
    expect(poste.admission()?.interrogation.etat).toBe('trouvee')
    expect(desk.complaints).toEqual([])
  })

  it('DX-08, DX-09, DX-11 : imprimante en panne, une phrase, et le même chiffre la redemande', async () => {
    const { page, poste } = desk
    poste.repondreInsi(trouvee({ ...TRAITS_SOLENE, nomNaissance: 'KERVADEC' }))
    await waitForEtape(page, 'insi-ecart-majeur')
    poste.refuserImpression('impression/refusee')
    await page.keyboard.press('F4')
    await page.keyboard.press('4')
    const refus = page.locator('.panneau-insi .refus')
    await refus.waitFor()
    expect(await refus.innerText()).toBe(phraseDe({ code: 'impression/refusee' }))
    expect(poste.admission()?.decision.notices).toEqual([])
    await montrer('notice-refusee')
    expect(await defile()).toBe(false)
    poste.refuserImpression(null)
    await page.keyboard.press('4')
    await page.getByText('Imprimer la notice pièce (remise)').waitFor()
    expect(await refus.count()).toBe(0)
    expect(poste.evenements.at(-1)).toEqual({
      type: 'notice-remise',
      notice: 'piece',
      lot: 'N-0314',
      differents: ['nomNaissance'],
      depliant: false,
    })
  })

  it('deux frappes du même chiffre n’impriment qu’une notice', async () => {
    const { page, poste } = desk
    poste.repondreInsi(trouvee({ ...TRAITS_SOLENE, nomNaissance: 'KERVADEC' }))
    await waitForEtape(page, 'insi-ecart-majeur')
    const relacher = poste.retenir('impression')
    await page.keyboard.press('F4')
    await page.keyboard.press('3')
    await page.keyboard.press('3')
    relacher()
    await page.getByText('Imprimer la notice Insee (remise)').waitFor()
    await page.waitForTimeout(200)
    expect(poste.evenements.filter(({ type }) => type === 'notice-remise')).toHaveLength(1)
  })

  it('DX-14 : un dépliant du site illisible se dit, et la notice est sortie', async () => {
    const { page, poste } = desk
    poste.repondreInsi(trouvee({ ...TRAITS_SOLENE, nomNaissance: 'KERVADEC' }))
    await waitForEtape(page, 'insi-ecart-majeur')
    poste.gaterDepliant()
    await page.keyboard.press('F4')
    await page.keyboard.press('3')
    await page.getByText('Notice au patient : lot N-0314, 1 page').waitFor()
    expect(await page.locator('.panneau-insi .refus').innerText()).toBe(
      phraseDe({ code: 'impression/depliant' }),
    )
  })
})
