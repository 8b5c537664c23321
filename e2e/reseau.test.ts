import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phraseEtape } from '#domain/insi/etape-reseau.ts'
import type { Agent } from '../bin/montage/agent.ts'
import type { Atelier } from '../bin/montage/atelier.ts'
import { monterBancInformatique, type BancInformatique } from './banc-informatique.ts'
import { audit, installAxe, narrowPanels, overflow } from './renderer-bench/axe.ts'

let banc: BancInformatique
let atelier: Atelier
let page: Page
let agent: Agent

beforeAll(async () => {
  banc = await monterBancInformatique({ cartes: false })
  ;({ atelier, page, agent } = banc)
})
afterAll(() => banc.fermer())

const rapport = () => readFileSync(join(atelier.donnees, 'diagnostic-reseau.json'), 'utf8')

describe('L’informatique teste le réseau vers INSi, au clavier seul', () => {
  it('F12 fait le test étape par étape, et le rapport ne dit rien de personne', async () => {
    await banc.administrer()
    await page.keyboard.press('F6')
    await agent.voir('Services et bibliothèques')
    await page.keyboard.press('F12')
    await agent.voir('INSi répond : rien à corriger.')
    await agent.voir(phraseEtape({ etape: 'idam', code: null }))
    expect(await page.locator('.etape-reseau').count()).toBe(9)
    expect(await page.locator('.etapes-reseau:focus').count()).toBe(1)
    await installAxe(page)
    expect(await audit(page)).toEqual([])
    expect(await overflow(page)).toEqual({ largeur: 0, hauteur: 0 })
    expect(await narrowPanels(page)).toEqual([])
    await banc.capturer('reseau-reussi')
    const phrase = atelier.environnement['GUICHET_INSI_PFX_PASSPHRASE'] ?? ''
    expect(rapport()).toContain('"etape": "appel"')
    expect(rapport()).not.toMatch(/ADRUN|ZOE|1975-12-31|2751263220749|PRIVATE/)
    expect(rapport().includes(phrase)).toBe(false)
  })

  it('une étape échouée dit pourquoi et que faire, et celles d’après pourquoi elles ne sont pas faites', async () => {
    await atelier.insi.setMode({ nom: 'arret', argument: '' })
    await page.keyboard.press('F12')
    await agent.voir('INSi ne peut pas être appelé d’ici : une étape à corriger.')
    await agent.voir(phraseEtape({ etape: 'tcp', code: 'reseau/tcp' }))
    await agent.voir(phraseEtape({ etape: 'appel', code: 'reseau/etape-precedente' }))
    expect(await audit(page)).toEqual([])
    await banc.capturer('reseau-echoue')
    await atelier.insi.setMode({ nom: 'normal', argument: '' })
  })

  it('Échap revient aux lecteurs ; le test et son appel sont au journal', async () => {
    await page.keyboard.press('Escape')
    await agent.voir('Services et bibliothèques')
    await page.keyboard.press('F5')
    await agent.voir('Réseau vers INSi testé')
    const journal = readFileSync(join(atelier.donnees, 'journal.jsonl'), 'utf8')
    expect(journal).toMatch(/"agent":"informatique".*"acte":"insi-commandee".*"motif":"essai"/)
    expect(journal).not.toMatch(/ADRUN|ZOE|1975-12-31|2751263220749/)
  })

  it('aucun pointeur, aucune violation, rien hors de la boucle locale', () =>
    expect({ ...banc.ecarts, erreurs: [] }).toEqual({
      requetes: [],
      violations: [],
      pointeurs: [],
      erreurs: [],
    }))
})
