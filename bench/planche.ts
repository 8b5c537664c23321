import { readFile } from 'node:fs/promises'
import { lireFichierIdentite } from '#domain/identite/fichier-identite.ts'
import { creerImpression } from '#services/impression/impression.ts'
import { chronometrer, mediane, type Mesure } from './mesure.ts'

const PLANCHES = 40

const CONTEXTE = {
  ipp: '1000000001',
  nda: '5000000001',
  entree: '2026-11-22T09:00',
  service: null,
  etablissement: null,
  lieuNaissance: null,
  agent: 'demo',
  poste: 'ACCUEIL-01',
  lot: '20261122-ABCDEF',
  emisLe: '2026-11-22T09:15',
  environnement: 'simulation',
}

/** A sheet of 24 labels, its symbols read back, against a sheet of one: what the 23 others cost. */
export async function mesurerPlanche(): Promise<Mesure> {
  const fichier = new URL('../assets/demonstration/identite-exemple.json', import.meta.url)
  const identite = lireFichierIdentite(JSON.parse(await readFile(fichier, 'utf8')), '2026-11-22')
  if (!identite.ok) throw new Error(identite.error.map(({ code }) => code).join(' '))
  const moteur = await creerImpression()
  const rendre = (nombre: number) =>
    moteur.etiquettes({ identite: identite.value, contexte: CONTEXTE, nombre, premiere: 1 })
  const seules: number[] = []
  const planches: number[] = []
  for (let n = 0; n < PLANCHES; n += 1) {
    seules.push(await chronometrer(() => rendre(1)))
    planches.push(await chronometrer(() => rendre(24)))
  }
  const [valeur, reference] = [mediane(planches.slice(5)), mediane(seules.slice(5))]
  return {
    nom: 'planche de 24 étiquettes, contre une seule',
    valeur,
    reference,
    but: 'au plus 150 ms',
    atteint: valeur <= 150,
    detail: `${PLANCHES} planches relues, première ${(planches[0] ?? 0).toFixed(0)} ms`,
  }
}
