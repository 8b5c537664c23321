import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createClientInsi } from '#services/insi/client.ts'
import { inventerFoule, TAILLE_FOULE, type Fiche } from '#simulators/insi/foule/foule.ts'
import { lirePopulation } from '#simulators/insi/population.ts'
import { rechercher } from '#simulators/insi/rechercher.ts'
import { createRegistre } from '#simulators/insi/registre.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { startInsi } from '#simulators/insi/server.ts'
import { admettre, type Interroger } from './admettre.ts'
import { dresser, raconter, type Compte } from './compter.ts'
import { confondreNoms, tirerPapiers } from './papiers.ts'

/** The whole population is admitted by `sh bin/campagne population-insi`; one person in twenty among the tests. */
const LONGUE = process.env['GUICHET_CAMPAGNE_POPULATION'] === '1'
const UN_SUR = LONGUE ? 1 : 20
/** Admissions over the real client and mutual TLS: enough to show that they end as those in memory do. */
const PAR_LE_RESEAU = LONGUE ? 5_000 : 100

const registre = createRegistre(lirePopulation(), inventerFoule())

const enMemoire: Interroger = (demande) => {
  const issue = rechercher(registre, { lieuNaissance: null, ...demande })
  if ('erreur' in issue) throw new Error(issue.erreur)
  return Promise.resolve(
    issue.codeCR === '00' ? { codeCR: '00', identite: { ...issue.personne, avertissements: [] } } : issue,
  )
}

const echantillon: readonly (readonly [fiche: Fiche, rang: number])[] = [...inventerFoule()]
  .map((fiche, rang) => [fiche, rang] as const)
  .filter(([, rang]) => rang % UN_SUR === 0)

let compte: Compte

beforeAll(async () => {
  const admissions = []
  for (const [fiche, rang] of echantillon) {
    const papiers = tirerPapiers(fiche, rang)
    const confondus = rang % 7 === 0 ? confondreNoms(papiers) : null
    for (const saisis of confondus === null ? [papiers] : [papiers, confondus])
      admissions.push({ fiche, papiers: saisis, bilan: await admettre(saisis, enMemoire) })
  }
  compte = dresser(admissions)
  if (LONGUE) process.stdout.write(`${raconter(compte)}\n`)
}, 900_000)

describe('INSi, une population de cent mille personnes inventées', () => {
  it('chacune est admise', () => {
    expect(compte.admises).toBe(Math.ceil(TAILLE_FOULE / UN_SUR))
    expect(compte.confondues).toBeGreaterThan(compte.admises / 50)
  })

  it('noms de naissance justes : au moins 97 % trouvées au premier appel', () => {
    expect(compte.trouveesDEmblee / compte.admises).toBeGreaterThanOrEqual(0.97)
  })

  it('01 que la pièce suffit à lever : au moins 95 % trouvées en trois propositions', () => {
    expect(compte.recuperables).toBeGreaterThan(100)
    expect(compte.recupereesEnTrois / compte.recuperables).toBeGreaterThanOrEqual(0.95)
  })

  it('personne n’est trouvé à la place d’un autre sans un écart majeur, qui interdit d’associer', () => {
    expect(compte.autresAssociables).toBe(0)
  })

  it('par le vrai client et TLS mutuel, chaque admission finit comme en mémoire', async () => {
    const simulateur = await startInsi({ maintenant: new Date(), foule: TAILLE_FOULE })
    onTestFinished(() => simulateur.stop())
    const client = createClientInsi(reglagesSimules(simulateur), { now: () => new Date(), uuid: randomUUID })
    onTestFinished(() => client.close())
    const parLeReseau: Interroger = async (demande) => {
      const { resultat } = await client.chercherParTraits(demande)
      if (!resultat.ok) throw new Error(resultat.error.code)
      return resultat.value
    }
    const pas = Math.floor(echantillon.length / PAR_LE_RESEAU)
    for (const [fiche, rang] of echantillon.filter((_, place) => place % pas === 0)) {
      const papiers = tirerPapiers(fiche, rang)
      expect(await admettre(papiers, parLeReseau)).toEqual(await admettre(papiers, enMemoire))
    }
  }, 600_000)
})
