import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { agentClavier, type Agent } from '../bin/montage/agent.ts'
import { monterAtelier, type Atelier, type OptionsAtelier, type Poste } from '../bin/montage/atelier.ts'
import { ouvrirGuichet, ouvrirNavigateur, type Ecarts } from '../bin/montage/navigateur.ts'

const TAILLES = [
  { largeur: 1366, hauteur: 768 },
  { largeur: 1920, hauteur: 1080 },
] as const

/** A whole workstation on real parts, and IT in front of it, not signed in yet. */
export interface BancInformatique {
  readonly atelier: Atelier
  readonly poste: Poste
  readonly page: Page
  readonly agent: Agent
  readonly ecarts: Ecarts
  /** Signs IT in, who begins at the administration. */
  administrer(): Promise<void>
  /** Keeps a picture of the page in each size when `CAPTURES` gives a folder. */
  capturer(nom: string): Promise<void>
  fermer(): Promise<void>
}

export async function monterBancInformatique(options: OptionsAtelier): Promise<BancInformatique> {
  const dossier = mkdtempSync(join(tmpdir(), 'guichet-informatique-'))
  const atelier = await monterAtelier(dossier, options)
  let navigateur: Browser | null = null
  const fermer = async (): Promise<void> => {
    await navigateur?.close()
    await atelier.fermer()
    rmSync(dossier, { recursive: true })
  }
  try {
    const poste = await atelier.demarrerPoste()
    navigateur = await ouvrirNavigateur()
    const { page, ecarts } = await ouvrirGuichet(navigateur, await poste.page(), TAILLES[0])
    const agent = agentClavier(page)
    return {
      atelier,
      poste,
      page,
      agent,
      ecarts,
      async administrer() {
        await agent.seConnecter('informatique', 'demonstration')
        await page.locator('.liste-personnes [role=option]:focus').waitFor()
      },
      capturer: (nom) => capturer(page, nom),
      fermer,
    }
  } catch (cause) {
    await fermer()
    throw cause
  }
}

async function capturer(page: Page, nom: string): Promise<void> {
  const captures = process.env['CAPTURES']
  if (captures === undefined) return
  for (const { largeur, hauteur } of TAILLES) {
    await page.setViewportSize({ width: largeur, height: hauteur })
    await page.screenshot({ path: join(captures, `${nom}-${largeur}.png`) })
  }
  await page.setViewportSize({ width: TAILLES[0].largeur, height: TAILLES[0].hauteur })
}
