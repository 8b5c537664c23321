import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monterAtelier, type Poste } from '../bin/montage/atelier.ts'
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
    vides.push(await ouvrir(() => Promise.resolve(vide), 'input:focus'))
    const lances: Poste[] = []
    const lancer = async (): Promise<string> => {
      const poste = await atelier.demarrerPoste()
      lances.push(poste)
      return poste.page()
    }
    guichets.push(await ouvrir(lancer, '[name=identifiant]:focus'))
    for (const { programme } of lances) await programme.arreter()
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
    detail: `${TOURS} tours alternés, profil neuf, poste et navigateur lancés ensemble`,
  }
}

/** Time in ms to start a browser and a page together, until the element that takes the first key has the focus. */
async function ouvrir(preparer: () => Promise<string>, pret: string): Promise<number> {
  const depart = performance.now()
  const [navigateur, page] = await Promise.all([ouvrirNavigateur(), preparer()])
  const fenetre = await navigateur.newPage()
  await fenetre.goto(`file://${page}`)
  await fenetre.locator(pret).waitFor()
  const duree = performance.now() - depart
  // Out of the measure, and waited for: a browser that closes would slow the next one down.
  await navigateur.close()
  return duree
}
