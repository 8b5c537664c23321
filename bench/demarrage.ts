import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monterAtelier } from '../bin/montage/atelier.ts'
import { ouvrirNavigateur } from '../bin/montage/navigateur.ts'
import { chronometrer, mediane, type Mesure } from './mesure.ts'

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
    vides.push(await chronometrer(() => ouvrir(Promise.resolve(vide), 'input:focus')))
    const depart = performance.now()
    const demarrage = atelier.demarrerPoste()
    await ouvrir(
      demarrage.then((poste) => poste.page()),
      '[name=identifiant]:focus',
    )
    guichets.push(performance.now() - depart)
    await (await demarrage).programme.arreter()
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

/** Opens a new browser on a page as soon as both are ready, until the element that takes the first key has the focus. */
async function ouvrir(page: Promise<string>, pret: string): Promise<void> {
  const navigateur = await ouvrirNavigateur()
  const fenetre = await navigateur.newPage()
  await fenetre.goto(`file://${await page}`)
  await fenetre.locator(pret).waitFor()
  void navigateur.close()
}
