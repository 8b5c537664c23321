import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phraseDe } from '#domain/refus/refus.ts'
import type { Agent } from '../bin/montage/agent.ts'
import type { Atelier } from '../bin/montage/atelier.ts'
import { monterBancInformatique, type BancInformatique } from './banc-informatique.ts'
import { obeir } from './banc.ts'
import { audit, installAxe, narrowPanels, overflow } from './renderer-bench/axe.ts'

let banc: BancInformatique
let atelier: Atelier
let page: Page
let agent: Agent

beforeAll(async () => {
  banc = await monterBancInformatique({ cartes: true })
  ;({ atelier, page, agent } = banc)
})
afterAll(() => banc.fermer())

const cartes = (ordre: string): Promise<void> => obeir(atelier, ordre)

async function ouvrirLecteurs(): Promise<void> {
  await banc.administrer()
  await page.keyboard.press('F6')
  await agent.voir('Lecteur Vitale 00 00')
}

const role = (lecteur: string) =>
  page.locator('.lecteur', { hasText: lecteur }).locator('.lecteur-role').textContent()

describe('L’informatique voit les lecteurs, essaie une carte et exporte, au clavier seul', () => {
  it('lecteurs, rôles, services, bibliothèques et versions', async () => {
    await ouvrirLecteurs()
    await agent.voir('Pilote koffi')
    expect([await role('Lecteur Vitale'), await role('Lecteur CPS')]).toEqual(['Patient', 'Professionnel'])
    const fiche = (await page.locator('.fiche-materiel').textContent()) ?? ''
    expect(fiche).toMatch(/Service de cartesen marchePC\/SC\d+\.\d+\.\d+.*libpcsclite\.so\.1/)
    expect(fiche).toMatch(/Pilote koffi3\.3\.4/)
    await installAxe(page)
    expect(await audit(page)).toEqual([])
    expect(await overflow(page)).toEqual({ largeur: 0, hauteur: 0 })
    expect(await narrowPanels(page)).toEqual([])
    await banc.capturer('lecteurs-vides')
  })

  it('la carte vue se dit, la lecture s’essaie par F7 : combien de personnes, aucun nom', async () => {
    await cartes('inserer B')
    await cartes('inserer cpe cps')
    await agent.voir('Carte professionnelle (CPS3)')
    await page.locator('.lecteur-carte', { hasText: 'Carte Vitale' }).waitFor()
    await page.keyboard.press('F7')
    await agent.voir(/Carte Vitale lue dans «\sLecteur Vitale 00 00\s»\s: 4 personnes, \d+\sms\./)
    expect(await page.locator('body').textContent()).not.toMatch(/ARGENSOL|\d{13}/)
    expect(await audit(page)).toEqual([])
    await banc.capturer('lecteurs-essai')
    await cartes('retirer cps')
  })

  it('les dernières erreurs se lisent avec leur remède', async () => {
    await cartes('muette')
    await agent.voir('Carte illisible')
    await page.keyboard.press('F7')
    await agent.voir(phraseDe({ code: 'cartes/muette' }))
    await cartes('tuer-service')
    await page.locator('.incidents', { hasText: phraseDe({ code: 'cartes/service-arrete' }) }).waitFor()
    expect(await audit(page)).toEqual([])
    await banc.capturer('lecteurs-erreurs')
    await cartes('demarrer-service')
    await agent.voir('Lecteur Vitale 00 00')
    await cartes('retirer')
  })

  it('les rôles se permutent par F8 et se gardent au redémarrage du poste', async () => {
    await page.keyboard.press('F8')
    await page
      .locator('.lecteur', { hasText: 'Lecteur CPS' })
      .locator('.lecteur-role', { hasText: 'Patient' })
      .waitFor()
    expect(JSON.parse(readFileSync(join(atelier.donnees, 'lecteurs.json'), 'utf8'))).toEqual({
      'Lecteur Vitale 00 00': 'cpx',
      'Lecteur CPS 00 00': 'vitale',
    })
    await banc.poste.programme.arreter()
    const poste = await atelier.demarrerPoste()
    await page.goto(pathToFileURL(await poste.page()).href)
    await ouvrirLecteurs()
    expect([await role('Lecteur Vitale'), await role('Lecteur CPS')]).toEqual(['Professionnel', 'Patient'])
    await page.keyboard.press('F8')
    await page
      .locator('.lecteur', { hasText: 'Lecteur Vitale' })
      .locator('.lecteur-role', { hasText: 'Patient' })
      .waitFor()
  })

  it('l’export par F10 dit tout du matériel et rien de personne ; chaque acte est au journal', async () => {
    await cartes('inserer B')
    await page.locator('.lecteur-carte', { hasText: 'Carte Vitale' }).waitFor()
    await page.keyboard.press('F7')
    await agent.voir(/4 personnes/)
    await page.keyboard.press('F10')
    await agent.voir('diagnostic-cartes.json')
    const exporte = readFileSync(join(atelier.donnees, 'diagnostic-cartes.json'), 'utf8')
    expect(JSON.parse(exporte)).toMatchObject({
      poste: 'ACCUEIL-01',
      fournisseur: 'apdu',
      refus: null,
      lecteurs: [
        { nom: 'Lecteur Vitale 00 00', role: 'vitale', carte: 'vitale2', muette: false },
        { nom: 'Lecteur CPS 00 00', role: 'cpx', carte: null, muette: false },
      ],
      bibliotheques: [{ nom: 'pcsc' }, { nom: 'koffi' }, { nom: 'cryptolib' }],
    })
    expect(exporte).not.toMatch(/ARGENSOL|MATHIEU|SOLENE|\d{13}/)
    await page.keyboard.press('F5')
    await agent.voir('Diagnostic des cartes exporté')
    await agent.voir('Lecteurs permutés')
    await agent.voir('Lecture de carte essayée')
  })

  it('un agent n’y entre pas', async () => {
    await page.keyboard.press('Shift+F12')
    await agent.seConnecter('demo', 'demonstration')
    await page.keyboard.press('Control+F10')
    await page
      .getByText(/informatique/)
      .first()
      .waitFor()
    expect(await page.locator('.lecteurs').count()).toBe(0)
  })

  it('aucun pointeur, aucune violation, rien hors de la boucle locale', () =>
    expect({ ...banc.ecarts, erreurs: [] }).toEqual({
      requetes: [],
      violations: [],
      pointeurs: [],
      erreurs: [],
    }))
})
