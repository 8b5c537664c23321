import { describe, expect, it } from 'vitest'
import { parseMatriculeIns } from '#domain/identite/matricule.ts'
import { lireCasOfficiels, lirePopulation, type Recherche } from './population.ts'
import { rechercher } from './rechercher.ts'
import { createRegistre } from './registre.ts'

const population = lirePopulation()
const registre = createRegistre(population)

const issue = (recherche: Partial<Recherche>): string => {
  const trouvee = rechercher(registre, {
    nomNaissance: 'ECETINSI',
    prenom: 'PIERRE-ALAIN',
    sexe: 'M',
    dateNaissance: '2009-07-14',
    lieuNaissance: null,
    ...recherche,
  })
  return 'erreur' in trouvee ? trouvee.erreur : trouvee.codeCR
}

describe('Simulateur INSi, règle de rapprochement', () => {
  it.each<[string, Partial<Recherche>, string]>([
    ['le premier prénom', {}, '00'],
    ['un autre prénom de la liste', { prenom: 'MURIEL' }, '00'],
    ['le début de la liste', { prenom: 'PIERRE-ALAIN MURIEL' }, '00'],
    ['toute la liste', { prenom: 'PIERRE-ALAIN MURIEL FLORIANT' }, '00'],
    ['deux prénoms qui ne sont pas le début', { prenom: 'MURIEL FLORIANT' }, '01'],
    ['une partie d’un prénom composé', { prenom: 'PIERRE' }, '01'],
    ['un autre sexe', { sexe: 'F' }, '01'],
    ['une autre date', { dateNaissance: '2009-07-15' }, '01'],
    ['le bon lieu', { lieuNaissance: '63220' }, '00'],
    ['un autre lieu', { lieuNaissance: '63221' }, '01'],
  ])('%s', (_cas, recherche, attendu) => expect(issue(recherche)).toBe(attendu))
})

describe('Simulateur INSi, population', () => {
  it('chaque matricule est unique et sa clé est juste', () => {
    const matricules = population.personnes.map(({ actif }) => actif.numero + actif.cle)
    expect(matricules.filter((matricule) => !parseMatriculeIns(matricule).ok)).toEqual([])
    expect(new Set(matricules).size).toBe(matricules.length)
  })

  it('les personnes inventées portent l’OID de test, les cas officiels gardent le leur', () => {
    const officiels = new Set(JSON.stringify(lireCasOfficiels()).match(/\d{6}[0-9AB]\d{6}/g))
    const desaccords = population.personnes.filter(
      ({ actif }) => officiels.has(actif.numero) === (actif.oid === '1.2.250.1.213.1.4.10'),
    )
    expect(desaccords).toEqual([])
  })
})
