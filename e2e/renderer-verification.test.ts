import { beforeEach, describe, expect, it } from 'vitest'
import { phraseDe } from '#domain/refus/refus.ts'
import { succes } from '#domain/result.ts'
import { ISSUES_VERIFICATION } from '#domain/statuts/issues-verification.ts'
import { askInsi, signIn, waitForEtape, type OpenDesk } from './renderer-bench/open-desk.ts'
import { qualifieeLe } from './renderer-bench/past-visit.ts'
import { TRAITS_SOLENE, enPanne, nonTrouvee, trouvee } from './renderer-bench/people.ts'
import { picture } from './renderer-bench/pictures.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const open = useWindows()
let desk: OpenDesk
beforeEach(async () => {
  desk = await open()
})

/** INSi's answer for the same person under another number, which follows the first one or not. */
function autreNumero(succede: boolean): ReturnType<typeof trouvee> {
  const reponse = trouvee(TRAITS_SOLENE)
  if (!reponse.ok || reponse.value.reponse.codeCR !== '00') throw new Error('The answer is found.')
  const { identite } = reponse.value.reponse
  const actif = { ...identite.actif, numero: '2810235238904', cle: '02' }
  return succes({
    ...reponse.value,
    reponse: { codeCR: '00', identite: { ...identite, actif, historique: succede ? [identite.actif] : [] } },
  })
}

/** The patient comes back: F3, her name, her date, Entrée, Entrée. */
async function reprendre(jour: string): Promise<void> {
  const { page, poste } = desk
  poste.patients.connaitre(qualifieeLe(jour))
  await signIn(page)
  await page.keyboard.press('F3')
  await page.getByRole('heading', { name: 'Rechercher un patient' }).waitFor()
  await page.keyboard.type('kerv')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('27021981')
  await page.keyboard.press('Enter')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('IPP 80030007').first().waitFor()
}

async function verifier(): Promise<void> {
  await waitForEtape(desk.page, 'verification-due')
  await askInsi(desk.page)
}

const statut = (): Promise<string> => desk.page.locator('.statut').innerText()

const defile = (): Promise<boolean> =>
  desk.page.evaluate(() => document.documentElement.scrollHeight > document.documentElement.clientHeight)

const montrer = (nom: string): Promise<void> => picture(desk.page, nom)

describe('ID-17 : vérifier une identité déjà connue, au clavier seul', () => {
  it('conforme : une phrase, une touche, un appel ; le statut reste, la pièce est redemandée', async () => {
    const { page, poste } = desk
    await reprendre('2021-03-05')
    await page.getByText('Identité non vérifiée auprès d’INSi depuis 5 ans').waitFor()
    await page.getByText(phraseDe({ code: 'piece/a-reverifier' })).waitFor()
    await montrer('verification-due')
    expect([await statut(), await defile()]).toEqual(['Identité qualifiée', false])
    await verifier()
    expect(await statut()).toBe('Identité qualifiée')
    await montrer('verification-en-cours')
    poste.repondreInsi(trouvee(TRAITS_SOLENE))
    await page.getByText(ISSUES_VERIFICATION.conforme.phrase).first().waitFor()
    await waitForEtape(page, 'piece-a-revoir')
    await montrer('verification-conforme')
    expect([await statut(), await defile()]).toEqual(['Identité qualifiée', false])
    await page.keyboard.press('F7')
    await page.keyboard.press('Enter')
    await waitForEtape(page, 'etiquettes-a-imprimer')
    const appels = poste.evenements.filter(({ type }) => type === 'verification-demandee')
    expect([appels.length, desk.complaints]).toEqual([1, []])
  })

  it('matricule changé : l’ancien ne se montre plus, F9 reprend le nouveau et garde l’ancien', async () => {
    const { page, poste } = desk
    await reprendre('2021-03-05')
    await verifier()
    poste.repondreInsi(autreNumero(true))
    await waitForEtape(page, 'insi-concordante')
    await page.getByText(ISSUES_VERIFICATION['matricule-change'].phrase).first().waitFor()
    await montrer('verification-matricule')
    expect([await statut(), await page.getByText('2 81 02 35 238 903 03').count(), await defile()]).toEqual([
      'Identité validée',
      0,
      false,
    ])
    await page.keyboard.press('F9')
    await page.getByText('2 81 02 35 238 904 02').waitFor()
    await montrer('verification-matricule-accepte')
    expect([await statut(), await page.getByText('Ancien : 2 81 02 35 238 903 03').count()]).toEqual([
      'Identité qualifiée',
      1,
    ])
    expect(desk.complaints).toEqual([])
  })

  it('autre matricule : rien ne s’accepte, le matricule est retiré, l’écran dit que faire', async () => {
    const { page, poste } = desk
    await reprendre('2021-03-05')
    await verifier()
    poste.repondreInsi(autreNumero(false))
    await page.getByText(ISSUES_VERIFICATION['autre-matricule'].phrase).first().waitFor()
    await montrer('verification-autre-matricule')
    expect([await statut(), await defile()]).toEqual(['Identité validée', false])
    await page.keyboard.press('F9')
    await page
      .getByRole('main')
      .getByText(phraseDe({ code: 'insi/autre-matricule' }))
      .waitFor()
    await page.getByRole('button', { name: 'Transférer au référent INS' }).waitFor()
    expect(await page.getByRole('button', { name: 'Accepter' }).count()).toBe(0)
    expect(await page.locator('[data-etape]').getAttribute('data-etape')).toBe('insi-autre-matricule')
    expect(await statut()).toBe('Identité validée')
    expect(desk.complaints).toEqual([])
  })

  it('sans réponse : l’INS reste, l’admission continue, F4 reste possible', async () => {
    const { page, poste } = desk
    await reprendre('2021-03-05')
    await verifier()
    poste.repondreInsi(enPanne('insi/delai'))
    await waitForEtape(page, 'piece-a-revoir')
    await montrer('verification-sans-reponse')
    expect([await statut(), await defile()]).toEqual(['Identité qualifiée', false])
    await askInsi(page)
    await page.keyboard.press('Escape')
    await page
      .getByText(phraseDe({ code: 'insi/annule' }))
      .first()
      .waitFor()
    expect(await statut()).toBe('Identité qualifiée')
  })

  it('état civil changé (Ctrl+F5) : la vérification devient due aussitôt ; introuvable, l’arbre reprend', async () => {
    const { page, poste } = desk
    await reprendre('2025-03-05')
    await waitForEtape(page, 'etiquettes-a-imprimer')
    await montrer('verification-non-due')
    await page.keyboard.press('Control+F5')
    await page.getByText('Changement d’état civil déclaré').first().waitFor()
    await page.getByText(phraseDe({ code: 'piece/etat-civil-change' })).waitFor()
    await montrer('verification-etat-civil')
    await verifier()
    poste.repondreInsi(nonTrouvee('01'))
    await page.getByText(ISSUES_VERIFICATION.introuvable.phrase).first().waitFor()
    await page.getByText('Essai 2/3 : prénom LOUISE').waitFor()
    await montrer('verification-introuvable')
    expect([await statut(), await defile()]).toEqual(['Identité validée', false])
    expect(desk.complaints).toEqual([])
  })

  it('une réponse qui arrive chez le patient suivant n’y change rien', async () => {
    const { page, poste } = desk
    await reprendre('2021-03-05')
    await verifier()
    await page.keyboard.press('F12')
    await page.keyboard.press('F12')
    await waitForEtape(page, 'traits-vides')
    expect(() => poste.repondreInsi(nonTrouvee('01'))).toThrow('no call to answer')
    expect(poste.admission()?.suivi.verification).toEqual({ etat: 'aucune' })
  })
})
