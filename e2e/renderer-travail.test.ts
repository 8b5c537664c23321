import { beforeEach, describe, expect, it } from 'vitest'
import type { Modele } from '#domain/droits/modeles.ts'
import type { Role } from '#domain/droits/role.ts'
import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import {
  askInsi,
  leaveAdministration,
  newPatient,
  read,
  recordPiece,
  typeCredentials,
  typeTraits,
  waitForEtape,
  type OpenDesk,
} from './renderer-bench/open-desk.ts'
import { TRAITS_SOLENE, nonTrouvee, trouvee } from './renderer-bench/people.ts'
import { useWindows } from './renderer-bench/use-windows.ts'
import { checkScreen, habiliter } from './renderer-bench/work-desk.ts'

const open = useWindows()
let desk: OpenDesk
beforeEach(async () => {
  desk = await open()
})

const verifierEcran = (nom: string): Promise<void> => checkScreen(desk, nom)
const lire = (code: CodeRefus) => desk.page.getByText(phraseDe({ code })).first().waitFor()
const options = () => desk.page.locator('.liste-travail [role=option]')
const texte = async (): Promise<readonly string[]> => (await options().allInnerTexts()).map(read)

/** Signs in as somebody else; the one before has left the desk. */
async function changerDePersonne(modele: Modele, role: Role, identifiant: string): Promise<void> {
  const { page } = desk
  await page.keyboard.press('Shift+F12')
  await page.locator('[name=identifiant]:focus').waitFor()
  desk.poste.habiliter(habiliter(modele, role))
  await typeCredentials(page, identifiant)
  if (role === 'informatique') await leaveAdministration(page)
  await page.getByText('Aucun patient au guichet.').waitFor()
}

async function clore(): Promise<void> {
  await desk.page.keyboard.press('F12')
  await waitForEtape(desk.page, 'traits-vides')
  // The next patient did not come after all.
  const { id } = desk.poste.admission() ?? {}
  if (id === undefined) throw new Error('no admission to close')
  desk.poste.clore()
  await waitForEtape(desk.page, 'aucun-patient')
}

async function saisirEn(modele: Modele): Promise<void> {
  desk.poste.habiliter(habiliter(modele, 'agent'))
  await newPatient(desk.page)
  await typeTraits(desk.page)
}

async function ouvrirListe(): Promise<void> {
  await desk.page.keyboard.press('Shift+F3')
  await desk.page.getByRole('heading', { name: 'À traiter' }).waitFor()
}

describe('Les admissions à traiter (DX-06), au clavier seul', () => {
  it('modèle 2 : l’agent valide, le référent la prend dans la liste et qualifie ; elle quitte la liste', async () => {
    const { page, poste } = desk
    await saisirEn(2)
    await recordPiece(page)
    await askInsi(page)
    poste.repondreInsi(trouvee(TRAITS_SOLENE))
    await waitForEtape(page, 'insi-a-qualifier')
    await clore()

    await changerDePersonne(2, 'referent', 'denise')
    await ouvrirListe()
    await options().first().waitFor()
    expect(await texte()).toEqual([
      expect.stringMatching(
        /^validée KERVADOC SOLENE LOUISE À qualifier depuis le 22\/11\/2026 à \d\d:00 · par camille · Hôpital Nord · Cardiologie · 27\/02\/1981 · IPP /,
      ),
    ])
    await verifierEcran('travail-liste')
    await page.keyboard.press('Enter')
    await waitForEtape(page, 'insi-concordante')
    await verifierEcran('travail-reprise')
    await page.keyboard.press('F9')
    await page.getByText('Identité qualifiée').first().waitFor()
    expect(poste.admission()?.agent).toBe('denise')
    await page.keyboard.press('F12')
    await page.getByText('Aucune admission n’attend un acte que vous pouvez faire.').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('KERVADOC')
    await verifierEcran('travail-vide')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Touches du guichet' }).waitFor()
  })

  it('modèle 3 : la pièce laissée en trace attend le référent, qui la renvoie à l’accueil avec une phrase', async () => {
    const { page, poste } = desk
    await saisirEn(3)
    await page.keyboard.press('F7')
    await page.keyboard.press('Enter')
    await page.getByText('le 22/11/2026 : à valider').waitFor()
    await clore()
    await ouvrirListe()
    await page.getByText('Aucune admission n’attend un acte que vous pouvez faire.').waitFor()

    await changerDePersonne(3, 'referent', 'denise')
    await ouvrirListe()
    await options().first().waitFor()
    expect((await texte())[0]).toContain('KERVADOC SOLENE LOUISE À valider')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'À valider' }).waitFor()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('listbox', { name: 'Conclusion du dossier' }).waitFor()
    await verifierEcran('travail-conclure')
    await page.keyboard.press('2')
    await page.getByText('Aucune admission n’attend un acte que vous pouvez faire.').waitFor()

    await changerDePersonne(3, 'agent', 'camille')
    await ouvrirListe()
    await options().first().waitFor()
    expect((await texte())[0]).toContain(
      'Renvoyée à l’accueil Relire les traits sur la pièce, avec le patient',
    )
    await page.keyboard.press('Enter')
    await page.getByText('Relire les traits sur la pièce, avec le patient').waitFor()
    expect(poste.admission()?.decision.conclusion).toBe('traits-a-relire')
    await verifierEcran('travail-renvoyee')
  })

  it('transférée : la plus ancienne d’abord ; déjà ouverte par une autre personne, elle se refuse et la ligne dit qui', async () => {
    const { page, poste } = desk
    await saisirEn(1)
    await askInsi(page)
    poste.repondreInsi(nonTrouvee('02'))
    await page.getByText('Plusieurs identités (02)').waitFor()
    await page.getByRole('button', { name: /Transférer au référent INS/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Transféré au référent INS').waitFor()
    const id = poste.admission()?.id ?? ''
    await clore()
    await changerDePersonne(1, 'civ', 'cellule')
    await ouvrirListe()
    await options().first().waitFor()
    expect((await texte())[0]).toContain('Transférée INSi trouve plusieurs personnes')
    poste.attentes.tenirAilleurs(id, 'denise')
    await page.keyboard.press('Enter')
    await lire('travail/deja-ouverte')
    await page.getByText('ouverte par denise').waitFor()
    expect(poste.admission()?.id).not.toBe(id)
    await verifierEcran('travail-tenue')
  })

  it('l’informatique ne voit ni la liste ni ce qu’elle contient', async () => {
    const { page } = desk
    await saisirEn(3)
    await page.keyboard.press('F7')
    await page.keyboard.press('Enter')
    await page.getByText('à valider').first().waitFor()
    await clore()
    await changerDePersonne(3, 'informatique', 'info')
    for (const touche of ['Shift+F3', 'Shift+F2']) {
      await page.keyboard.press(touche)
      await lire('droits/creer-modifier/agent')
      expect(await options().count()).toBe(0)
      expect(await page.locator('body').innerText()).not.toContain('KERVADOC')
    }
  })

  it('une liste lente ne s’affiche jamais à qui ouvre la session suivante', async () => {
    const { page, poste } = desk
    await saisirEn(3)
    await page.keyboard.press('F7')
    await page.keyboard.press('Enter')
    await page.getByText('à valider').first().waitFor()
    await clore()
    await changerDePersonne(3, 'referent', 'denise')
    const relacher = poste.attentes.retenir()
    await ouvrirListe()
    await changerDePersonne(3, 'agent', 'camille')
    relacher()
    await page.waitForTimeout(300)
    expect(await options().count()).toBe(0)
    expect(await page.locator('body').innerText()).not.toContain('KERVADOC')
  })
})
