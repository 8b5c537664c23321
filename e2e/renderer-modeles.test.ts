import { beforeEach, describe, expect, it } from 'vitest'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import type { Modele } from '#domain/droits/modeles.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import type { Role } from '#domain/droits/role.ts'
import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import {
  askInsi,
  leaveAdministration,
  recordPiece,
  typeCredentials,
  typeTraits,
  waitForEtape,
  type OpenDesk,
} from './renderer-bench/open-desk.ts'
import { TRAITS_SOLENE, trouvee } from './renderer-bench/people.ts'
import { mouseEvents, watchMouse } from './renderer-bench/mouse.ts'
import { picture } from './renderer-bench/pictures.ts'
import { useWindows } from './renderer-bench/use-windows.ts'
import { checkScreen } from './renderer-bench/work-desk.ts'

const openWindow = useWindows()
let desk: OpenDesk

beforeEach(async () => {
  desk = await openWindow()
})

/** What holds on every screen, and no mouse. */
async function verifierEcran(nom: string): Promise<void> {
  expect(await mouseEvents(desk.page)).toBe(0)
  await checkScreen(desk, nom)
}

const habiliter = (modele: Modele, role: Role): Cadre => ({
  ...CADRE_PAR_DEFAUT,
  habilitation: { ...CADRE_PAR_DEFAUT.habilitation, role, organisation: organisationDuModele(modele) },
})

async function seConnecter(modele: Modele, role: Role): Promise<void> {
  desk.poste.habiliter(habiliter(modele, role))
  await watchMouse(desk.page)
  await typeCredentials(desk.page)
  if (role === 'informatique') await leaveAdministration(desk.page)
  await desk.page.getByText('Aucun patient au guichet.').waitFor()
}

/** An agent of this model has a patient at the desk whose traits are typed. */
async function saisir(modele: Modele, role: Role = 'agent'): Promise<void> {
  await seConnecter(modele, role)
  await desk.page.keyboard.press('F12')
  await waitForEtape(desk.page, 'traits-vides')
  await typeTraits(desk.page)
}

async function interroger(): Promise<void> {
  await askInsi(desk.page)
  desk.poste.repondreInsi(trouvee(TRAITS_SOLENE))
}

async function presenterPiece(): Promise<void> {
  await desk.page.keyboard.press('F7')
  await desk.page.keyboard.press('Enter')
  await desk.page.getByText('le 22/11/2026 : à valider').waitFor()
}

const statut = (): Promise<string> => desk.page.locator('.statut').innerText()
const lire = (code: CodeRefus) => desk.page.getByText(phraseDe({ code })).first().waitFor()
const capturer = (nom: string): Promise<void> => picture(desk.page, nom)

describe('Les quatre modèles d’organisation, au clavier seul', () => {
  it('modèle 1 : l’agent valide et qualifie lui-même', async () => {
    const { page } = desk
    await saisir(1)
    await recordPiece(page)
    expect(await statut()).toBe('Identité validée')
    await interroger()
    await waitForEtape(page, 'insi-concordante')
    await page.keyboard.press('F9')
    await waitForEtape(page, 'etiquettes-a-imprimer')
    expect(await statut()).toBe('Identité qualifiée')
    expect(await page.getByText('Camille Roche, agent d’admission').count()).toBe(1)
    await verifierEcran('modele-1')
  })

  it('modèle 2 : l’agent valide et appelle, la réponse reste à qualifier, le référent qualifie', async () => {
    const { page, poste } = desk
    await saisir(2)
    await recordPiece(page)
    expect(await statut()).toBe('Identité validée')
    await interroger()
    await waitForEtape(page, 'insi-a-qualifier')
    await lire('droits/qualifier/referent')
    await page.keyboard.press('F9')
    expect(await statut()).toBe('Identité validée')
    await capturer('modele-2')
    await page.keyboard.press('F8')
    await waitForEtape(page, 'fiche-a-imprimer')

    poste.habiliter(habiliter(2, 'referent'))
    await waitForEtape(page, 'insi-concordante')
    await page.keyboard.press('F9')
    await page.getByText('Identité qualifiée').first().waitFor()
    expect(poste.admission()?.interrogation.etat).toBe('acceptee')
    await verifierEcran('modele-2-qualifiee')
  })

  it('modèle 3 : l’agent présente la pièce en trace, le référent valide et qualifie', async () => {
    const { page, poste } = desk
    await saisir(3)
    await presenterPiece()
    expect(await statut()).toBe('Identité provisoire')
    await lire('droits/valider/referent')
    await page.keyboard.press('F4')
    await lire('droits/appeler-insi/referent')
    await capturer('modele-3')
    expect(poste.admission()?.piece).toEqual({ type: 'CN', date: '2026-11-22', aValider: true })

    poste.habiliter(habiliter(3, 'referent'))
    await waitForEtape(page, 'piece-a-controler')
    await capturer('modele-3-referent')
    await recordPiece(page)
    expect(await statut()).toBe('Identité validée')
    await interroger()
    await waitForEtape(page, 'insi-concordante')
    await page.keyboard.press('F9')
    await page.getByText('Identité qualifiée').first().waitFor()
    await verifierEcran('modele-3-qualifiee')
  })

  it('modèle 4 : ni l’agent ni le référent ne valident, la cellule d’identitovigilance seule', async () => {
    const { page, poste } = desk
    await saisir(4)
    await presenterPiece()
    await lire('droits/valider/civ')
    await page.keyboard.press('F4')
    await lire('droits/appeler-insi/civ')
    poste.habiliter(habiliter(4, 'referent'))
    await lire('droits/valider/civ')
    poste.habiliter(habiliter(4, 'civ'))
    await waitForEtape(page, 'piece-a-controler')
    await recordPiece(page)
    expect(await statut()).toBe('Identité validée')
    await verifierEcran('modele-4')
  })

  it('l’informatique n’ouvre aucune admission, et lit qui le peut', async () => {
    await seConnecter(1, 'informatique')
    await desk.page.keyboard.press('F12')
    await lire('droits/creer-modifier/agent')
    expect(desk.poste.admission()).toBeNull()
    await verifierEcran('informatique')
  })
})
