import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { FichierConfiguration } from '#workstation/configuration/schema.ts'
import { agentClavier, type Agent } from '../bin/montage/agent.ts'
import { monterAtelier, type Atelier } from '../bin/montage/atelier.ts'
import { ouvrirGuichet, ouvrirNavigateur, type Ecarts } from '../bin/montage/navigateur.ts'
import { obeir } from './banc.ts'

/** A whole workstation on real readers, where one signs in by card; nobody is signed in yet. */
export interface BancCarte {
  readonly atelier: Atelier
  readonly page: Page
  readonly agent: Agent
  readonly ecarts: Ecarts
  readonly cartes: (ordre: string) => Promise<void>
  /** Attaches the card inserted to an account of the demonstration, which opens its session. */
  rattacher(identifiant: string): Promise<void>
  /** Opens the session of the card inserted. */
  entrer(code?: string): Promise<void>
  fermer(): Promise<void>
}

type Regler = (configuration: FichierConfiguration, atelier: Atelier) => FichierConfiguration

const ECRAN = { largeur: 1366, hauteur: 768 }

/** `regler` changes the settings of the workstation before it starts. */
export async function monterBancCarte(regler: Regler = (lue) => lue): Promise<BancCarte> {
  const dossier = mkdtempSync(join(tmpdir(), 'guichet-carte-'))
  const atelier = await monterAtelier(dossier, { cartes: true })
  let navigateur: Browser | null = null
  async function fermer(): Promise<void> {
    await navigateur?.close()
    await atelier.fermer()
    rmSync(dossier, { recursive: true })
  }
  try {
    const fichier = join(atelier.donnees, 'configuration.json')
    const lue = JSON.parse(readFileSync(fichier, 'utf8')) as FichierConfiguration
    writeFileSync(fichier, JSON.stringify(regler(lue, atelier)))
    const poste = await atelier.demarrerPoste()
    navigateur = await ouvrirNavigateur()
    const { page, ecarts } = await ouvrirGuichet(navigateur, await poste.page(), ECRAN)
    const { keyboard } = page
    const cartes = (ordre: string): Promise<void> => obeir(atelier, ordre)
    return {
      atelier,
      page,
      agent: agentClavier(page),
      ecarts,
      cartes,
      async rattacher(identifiant) {
        await page.getByText('Rattacher ma carte').waitFor()
        await keyboard.press('F3')
        await page.locator('[name=identifiant]:focus').waitFor()
        for (const texte of [identifiant, 'demonstration']) {
          await keyboard.type(texte)
          await keyboard.press('Tab')
        }
        await keyboard.type(CODE)
        await keyboard.press('Enter')
        await page.locator('.bandeau').waitFor()
      },
      async entrer(code = CODE) {
        await page.locator('[name=code]:focus').waitFor()
        await keyboard.type(code)
        await keyboard.press('Enter')
        if (code === CODE) await page.locator('.bandeau').waitFor()
      },
      fermer,
    }
  } catch (cause) {
    await fermer()
    throw cause
  }
}

/** The PIN of every simulated card. */
const CODE = '1234'
