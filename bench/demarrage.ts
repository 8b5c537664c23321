import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { COMPTE_DEMONSTRATION } from '#services/comptes/compte-demonstration.ts'
import { agentClavier } from '../bin/montage/agent.ts'
import { monterAtelier, type Atelier, type Poste } from '../bin/montage/atelier.ts'
import { ouvrirNavigateur } from '../bin/montage/navigateur.ts'
import { mediane, type Mesure } from './mesure.ts'

const TOURS = 7

/** From nothing to a form one can type in, workstation included, against a blank window of the same browser, in turn. */
export async function mesurerDemarrage(): Promise<Mesure> {
  const dossier = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
  const atelier = await monterAtelier(dossier, { cartes: false })
  const vide = join(dossier, 'vide.html')
  writeFileSync(vide, '<!doctype html><title>vide</title><input autofocus>')
  const vides: number[] = []
  const guichets: number[] = []
  for (let tour = 0; tour < TOURS; tour += 1) {
    vides.push(await ouvrir({ preparer: () => Promise.resolve(vide), pret: 'input:focus' }))
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
  const lances: Poste[] = []
  const duree = await ouvrir({
    preparer: async () => {
      const poste = await atelier.demarrerPoste()
      lances.push(poste)
      return poste.page()
    },
    pret: '[name=identifiant]:focus',
    ensuite: (page) => agentClavier(page).seConnecter(identifiant, motDePasse),
  })
  for (const { programme } of lances) await programme.arreter()
  return duree
}

interface Ouverture {
  readonly preparer: () => Promise<string>
  readonly pret: string
  /** Done on the page once it is timed. */
  readonly ensuite?: (page: Page) => Promise<void>
}

/** Time in ms to start a browser and a page together, until the element that takes the first key has the focus. */
async function ouvrir({ preparer, pret, ensuite }: Ouverture): Promise<number> {
  const depart = performance.now()
  const [navigateur, page] = await Promise.all([ouvrirNavigateur(), preparer()])
  const fenetre = await navigateur.newPage()
  await fenetre.goto(`file://${page}`)
  await fenetre.locator(pret).waitFor()
  const duree = performance.now() - depart
  await ensuite?.(fenetre)
  // Out of the measure, and waited for: a browser that closes would slow the next one down.
  await navigateur.close()
  return duree
}

const etendue = (durees: readonly number[]): string =>
  `${Math.min(...durees).toFixed(0)} à ${Math.max(...durees).toFixed(0)}`
