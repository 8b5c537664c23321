import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import type { Agent } from '../bin/montage/agent.ts'
import { racine } from '../bin/montage/racine.ts'
import { monterBancInformatique, type BancInformatique } from './banc-informatique.ts'
import { saisirLandreville } from './banc.ts'
import { audit, installAxe, narrowPanels, overflow } from './renderer-bench/axe.ts'
import { picture } from './renderer-bench/pictures.ts'

const MOT_DE_PASSE = 'demonstration'
const REMIS = 'phrase remise ce matin'
const CHOISI = 'ma phrase à moi seule'

let banc: BancInformatique
let page: Page
let agent: Agent

beforeAll(async () => {
  banc = await monterBancInformatique({ cartes: false })
  ;({ page, agent } = banc)
})
afterAll(() => banc.fermer())

const presser = async (...touches: readonly string[]): Promise<void> => {
  for (const touche of touches) await page.keyboard.press(touche)
}

/** Types into the fields one after the other, from the one that has the focus. */
async function remplir(...textes: readonly string[]): Promise<void> {
  for (const [rang, texte] of textes.entries()) {
    if (rang > 0) await presser('Tab')
    await page.keyboard.type(texte)
  }
}

const lire = (code: CodeRefus): Promise<void> => agent.voir(phraseDe({ code }))

async function quitter(): Promise<void> {
  await presser('Shift+F12')
  await page.locator('[name=identifiant]').waitFor()
}

describe('Administrer le poste, au clavier seul', () => {
  it('un agent est créé, choisit son mot de passe, et ses droits sensibles attendent sa formation', async () => {
    await banc.administrer()
    await presser('F7')
    await page.locator('[name=identifiant]:focus').waitFor()
    await remplir('lea.morvan', 'Léa Morvan', '', REMIS, REMIS, MOT_DE_PASSE)
    await picture(page, 'creer')
    await presser('F9')
    await agent.voir('ouvert, mot de passe à changer')
    await quitter()

    await page.locator('[name=identifiant]:focus').waitFor()
    await remplir('lea.morvan', REMIS)
    await presser('Enter')
    await page.locator('[name=nouveau]:focus').waitFor()
    await remplir(CHOISI, 'une autre phrase longue')
    await presser('Enter')
    await lire('comptes/mots-de-passe-differents')
    await picture(page, 'mot-de-passe')
    await remplir(CHOISI, CHOISI)
    await presser('Enter')
    await page.locator('.bandeau').waitFor()

    await agent.premierPatient()
    await saisirLandreville(agent)
    await presser('F4')
    await lire('droits/formation/appeler-insi')
    expect(await agent.statut()).toBe('Identité provisoire')
    await quitter()
  })

  it('OR-05 : sa formation enregistrée, le droit s’ouvre', async () => {
    await banc.administrer()
    await presser('End')
    await page.getByRole('heading', { name: 'Léa Morvan' }).waitFor()
    await presser('F12')
    await page.locator('[role=option][data-key=valider]:focus').waitFor()
    for (const droit of ['valider', 'appeler-insi', 'qualifier']) {
      await page.locator(`[role=option][data-key=${droit}]:focus`).waitFor()
      await presser('Enter')
      await page.locator(`[data-key=${droit}]`, { hasText: 'enregistré par informatique' }).waitFor()
      await presser('ArrowDown')
    }
    await picture(page, 'formations')
    await quitter()

    await agent.seConnecter('lea.morvan', CHOISI)
    await agent.voir('LANDREVILLE')
    await agent.choisirPiece('Carte nationale')
    await agent.appelerInsi(/identiques/i)
    await agent.accepter()
    expect(await agent.statut()).toBe('Identité qualifiée')
    await agent.patientSuivant()
    await quitter()
  })

  it('OR-01 : du modèle 1 au modèle 2, l’accueil ne qualifie plus, sans redémarrer', async () => {
    await banc.administrer()
    await presser('F3')
    await page.locator('.choix-modele input:focus').waitFor()
    await presser('ArrowDown')
    await agent.voir('Agent d’admission ne pourra plus : qualifier une identité.')
    await picture(page, 'organisation')
    await presser('F9')
    await agent.voir('Rien ne change.')
    await presser('F5')
    await agent.voir('Organisation changée : L’accueil valide, le référent INS qualifie')
    await picture(page, 'journal')
    await quitter()

    await agent.seConnecter('lea.morvan', CHOISI)
    await saisirLandreville(agent)
    await agent.choisirPiece('Carte nationale')
    await presser('F4')
    await lire('droits/qualifier/referent')
    expect(await agent.statut()).toBe('Identité validée')
    await quitter()
  })

  it('un agent qui presse la touche de l’administration lit qui peut', async () => {
    await agent.seConnecter('demo', MOT_DE_PASSE)
    await presser('Control+F10')
    await lire('droits/administrer/informatique')
    expect(await page.locator('.administration').count()).toBe(0)
    await quitter()
  })

  it('un exercice de panne INSi commence et s’arrête d’une touche, et chaque fenêtre du poste le dit', async () => {
    await banc.administrer()
    await presser('Shift+F6')
    await page.getByRole('heading', { name: 'Continuité' }).waitFor()
    await presser('F7')
    await page.getByRole('alert').getByText('Exercice de panne INSi').waitFor()
    await picture(page, 'exercice')
    expect(await page.getByRole('alert').innerText()).toContain('aucun appel ne part de ce poste')
    await presser('F7')
    await page.getByRole('alert').waitFor({ state: 'detached' })
    await quitter()
  })

  it('chaque acte est au journal, qui se vérifie, et n’a vu ni souris ni requête hors du poste', () => {
    const fichier = join(banc.atelier.donnees, 'journal.jsonl')
    const verifier = ['journal', 'verifier', '--fichier', fichier]
    const { status } = spawnSync(process.execPath, [racine('workstation/cli/poste.ts'), ...verifier])
    expect(status).toBe(0)
    const texte = readFileSync(fichier, 'utf8')
    const actes = [
      'compte-ajoute',
      'mot-de-passe-change',
      'formation-enregistree',
      'organisation-changee',
      'exercice-insi-arrete',
    ]
    expect(actes.filter((acte) => !texte.includes(acte))).toEqual([])
    expect([REMIS, CHOISI, 'Morvan'].filter((secret) => texte.includes(secret))).toEqual([])
    expect(banc.ecarts).toEqual({ requetes: [], violations: [], pointeurs: [], erreurs: [] })
  })
})

const VUES = ['F2', 'F3', 'F4', 'F5', 'Shift+F6'] as const

describe('Les écrans d’administration', () => {
  it('WCAG 2.2 AA en clair, sombre et couleurs forcées, sans défilement horizontal, et à leur place', async () => {
    await banc.administrer()
    const trouvees: string[] = []
    for (const [width, height] of [
      [1024, 600],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const vue of VUES) {
        await presser(vue)
        await page.locator('.vue-administration .panneau').first().waitFor()
        for (const couleurs of [
          { colorScheme: 'light', forcedColors: 'none' },
          { colorScheme: 'dark', forcedColors: 'none' },
          { colorScheme: 'light', forcedColors: 'active' },
        ] as const) {
          // A colour halfway through its transition has no contrast to judge.
          await page.emulateMedia({ ...couleurs, reducedMotion: 'reduce' })
          const ecran = `${vue} ${width} ${couleurs.colorScheme} ${couleurs.forcedColors}`
          trouvees.push(...(await fautes()).map((faute) => `${ecran} : ${faute}`))
          await picture(page, `vue-${vue}-${width}-${couleurs.colorScheme}-${couleurs.forcedColors}`)
        }
      }
    }
    expect(trouvees).toEqual([])
  })
})

async function fautes(): Promise<readonly string[]> {
  await installAxe(page)
  const { largeur, hauteur } = await overflow(page)
  return [
    ...(await audit(page)),
    ...(await narrowPanels(page)),
    ...(largeur > 0 ? [`largeur ${largeur}`] : []),
    ...(hauteur > 0 ? [`hauteur ${hauteur}`] : []),
  ]
}
