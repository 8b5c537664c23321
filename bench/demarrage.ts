import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { COMPTE_DEMONSTRATION } from '#services/comptes/compte-demonstration.ts'
import { writeWaitingPage } from '#workstation/host/launch-page.ts'
import { agentClavier } from '../bin/montage/agent.ts'
import { monterAtelier, type Atelier, type Poste } from '../bin/montage/atelier.ts'
import { reglagesNavigateur } from '../bin/montage/fenetre.ts'
import { executableNavigateur } from '../bin/montage/navigateur.ts'
import { mediane, type Mesure } from './mesure.ts'

const TOURS = 11

/** From nothing to a form one can type in, workstation included, against a blank page: both in the application window of the same browser, in turn. */
export async function mesurerDemarrage(): Promise<Mesure> {
  const dossier = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
  const atelier = await monterAtelier(dossier, { cartes: false })
  const vide = join(dossier, 'vide.html')
  writeFileSync(vide, '<!doctype html><title>vide</title><input autofocus>')
  const vides: number[] = []
  const guichets: number[] = []
  for (let tour = 0; tour < TOURS; tour += 1) {
    vides.push(await ouvrir({ preparer: () => vide, pret: 'input:focus' }))
    guichets.push(await ouvrirLeGuichet(atelier))
  }
  await atelier.fermer()
  rmSync(dossier, { recursive: true })
  const [valeur, reference] = [mediane(guichets), mediane(vides)]
  return {
    nom: 'démarrage à froid, contre une fenêtre vide',
    valeur,
    reference,
    but: 'au plus 1,5 fois',
    atteint: valeur / reference <= 1.5,
    detail: `${TOURS} tours alternés de ${etendue(guichets)} et ${etendue(vides)} ms, profil neuf, poste et navigateur lancés ensemble`,
  }
}

/** A form that only looks ready would cheat: what is typed the moment it is timed must open the session. */
async function ouvrirLeGuichet(atelier: Atelier): Promise<number> {
  const { identifiant, motDePasse } = COMPTE_DEMONSTRATION
  const lances: Promise<Poste>[] = []
  const duree = await ouvrir({
    preparer: async () => {
      const page = await writeWaitingPage(atelier.donnees)
      lances.push(atelier.demarrerPoste())
      return page
    },
    pret: '[name=identifiant]:focus',
    ensuite: (page) => agentClavier(page).seConnecter(identifiant, motDePasse),
  })
  for (const { programme } of await Promise.all(lances)) await programme.arreter()
  return duree
}

interface Ouverture {
  /** Starts what the window needs, and tells at once the page it opens on. */
  readonly preparer: () => string | Promise<string>
  readonly pret: string
  /** Done on the page once it is timed. */
  readonly ensuite?: (page: Page) => Promise<void>
}

/** Time in ms to open an application window on a page, set as the product sets its own, until the element that takes the first key has the focus. */
async function ouvrir({ preparer, pret, ensuite }: Ouverture): Promise<number> {
  const profil = mkdtempSync(join(tmpdir(), 'guichet-bench-profil-'))
  const depart = performance.now()
  const navigateur = await chromium.launchPersistentContext(profil, {
    executablePath: executableNavigateur(),
    viewport: null,
    args: [...reglagesNavigateur(), `--app=file://${await preparer()}`],
  })
  const fenetre = navigateur.pages()[0] ?? (await navigateur.waitForEvent('page'))
  await fenetre.locator(pret).waitFor()
  const duree = performance.now() - depart
  await ensuite?.(fenetre)
  // Out of the measure, and waited for: a browser that closes would slow the next one down.
  await navigateur.close()
  rmSync(profil, { recursive: true })
  return duree
}

const etendue = (durees: readonly number[]): string =>
  `${Math.min(...durees).toFixed(0)} à ${Math.max(...durees).toFixed(0)}`
