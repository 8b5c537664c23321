import { randomUUID } from 'node:crypto'
import { setTimeout as attendre } from 'node:timers/promises'
import { createClientInsi, type ClientInsi } from '#services/insi/client.ts'
import { inventerFoule, TAILLE_FOULE, type Fiche } from '#simulators/insi/foule/foule.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { startInsi } from '#simulators/insi/server.ts'
import { createTirage } from '#simulators/insi/foule/tirage.ts'
import { chronometrer, mediane, type Mesure } from './mesure.ts'

const POSTES = 50
const APPELS = 500
/** The hour is played in so many milliseconds. */
const DUREE_MS = 30_000
const HEURE_MS = 3_600_000

/**
 * The calls of one hour from fifty workstations, each its own client, against one simulator that knows a hundred thousand people. The hour
 * is compressed; the processor time of all of it, both ends together, is what the hour would take.
 */
export async function mesurerCharge(): Promise<Mesure> {
  const simulateur = await startInsi({ maintenant: new Date(), foule: TAILLE_FOULE })
  const outils = { now: () => new Date(), uuid: randomUUID }
  const postes = Array.from({ length: POSTES }, () => createClientInsi(reglagesSimules(simulateur), outils))
  const personnes = [...inventerFoule(APPELS)]
  // The crowd is entered, and every workstation has called once, as after opening.
  for (const [rang, poste] of postes.entries()) await chercher(poste, personnes[rang])
  const tirage = createTirage(1)
  const avant = process.cpuUsage()
  const durees = await Promise.all(
    personnes.map(async (personne, rang) => {
      await attendre(tirage.nombre() * DUREE_MS)
      return chronometrer(() => chercher(postes[rang % POSTES], personne))
    }),
  )
  const { user, system } = process.cpuUsage(avant)
  for (const poste of postes) poste.close()
  await simulateur.stop()
  const triees = durees.toSorted((a, b) => a - b)
  const pire = triees[Math.floor(triees.length * 0.99)] ?? Number.NaN
  const partHeure = (user + system) / 1_000 / HEURE_MS
  return {
    nom: `${APPELS} appels INSi à l’heure de ${POSTES} postes`,
    valeur: mediane(durees),
    reference: null,
    but: '99 sur 100 en moins d’un quart de seconde, un centième de cœur au plus',
    atteint: pire <= 250 && partHeure <= 0.01,
    detail: `l’heure jouée en ${DUREE_MS / 1_000} s, 99e centile ${pire.toFixed(2)} ms, ${(100 * partHeure).toFixed(3)} % d’un cœur sur l’heure, poste et simulateur ensemble`,
  }
}

async function chercher(poste: ClientInsi | undefined, personne: Fiche | undefined): Promise<void> {
  if (!poste || !personne) throw new Error('fewer people than workstations')
  const { nom: nomNaissance, prenoms: prenom, sexe, date: dateNaissance } = personne
  const { resultat } = await poste.chercherParTraits({ nomNaissance, prenom, sexe, dateNaissance })
  if (!resultat.ok || resultat.value.codeCR === '01') throw new Error('a known person was not found')
}
