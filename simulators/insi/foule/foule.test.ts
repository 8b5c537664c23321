import { describe, expect, it } from 'vitest'
import { parseMatriculeIns } from '#domain/identite/matricule.ts'
import { lireLieu } from '#domain/identite/lieu-naissance.ts'
import { lireNom, lirePrenoms } from '#domain/identite/nom.ts'
import { convertirDateInsi } from '#domain/identite/naissance.ts'
import { lirePopulation } from '../population.ts'
import { createRegistre } from '../registre.ts'
import { inventerFoule, personneDe, TAILLE_FOULE, type Fiche } from './foule.ts'

const foule = [...inventerFoule()]

const combien = (estTelle: (fiche: Fiche) => boolean): number => foule.filter(estTelle).length

function premiere(estTelle: (fiche: Fiche) => boolean): Fiche {
  const fiche = foule.find(estTelle)
  if (!fiche) throw new Error('nobody of this kind')
  return fiche
}

const parCle = new Map<string, Fiche[]>()
for (const fiche of foule) {
  const cle = `${fiche.nom}|${fiche.date}`
  parCle.set(cle, [...(parCle.get(cle) ?? []), fiche])
}
const paires = [...parCle.values()].filter((fiches) => fiches.length > 1)

describe('Simulateur INSi, cent mille personnes inventées', () => {
  it('elles sont cent mille, et les mêmes à chaque fois', () => {
    expect(foule.length).toBe(TAILLE_FOULE)
    expect([...inventerFoule(2_000)]).toEqual(foule.slice(0, 2_000))
  })

  it('chaque numéro est unique, d’ordre invraisemblable, et sa clé est juste', () => {
    const numeros = new Set(foule.map(({ numero }) => numero))
    expect(numeros.size).toBe(TAILLE_FOULE)
    expect(foule.filter(({ numero }) => Number(numero.slice(10)) < 900)).toEqual([])
    const fautes = foule.filter((fiche) => {
      const { actif, historique } = personneDe(fiche)
      return [actif, ...historique].some(({ numero, cle }) => !parseMatriculeIns(numero + cle).ok)
    })
    expect(fautes).toEqual([])
  })

  it('chaque nom, prénom, lieu et date est de ceux qu’un poste peut saisir', () => {
    const fautes = foule.filter(({ nom, prenoms, lieu, date }) => {
      const lu = [lireNom(nom), lirePrenoms(prenoms), lireLieu(lieu)]
      const memes = [nom, prenoms, lieu].every((texte, rang) => lu[rang]?.ok && lu[rang].value === texte)
      return !memes || convertirDateInsi(date, '2026-01-01') === null
    })
    expect(fautes).toEqual([])
  })

  it('personne n’y porte le nom d’un cas officiel ou d’une personne de démonstration', () => {
    const connus = new Set(lirePopulation().personnes.map(({ traits }) => traits.nomNaissance))
    expect(foule.filter(({ nom }) => connus.has(nom))).toEqual([])
  })

  it.each<[string, number, (fiche: Fiche) => boolean]>([
    ['un nom composé', 2_500, ({ nom }) => /-|^(?!DE |LE )\S+ /.test(nom)],
    ['un nom à double trait d’union', 150, ({ nom }) => nom.includes('--')],
    ['un nom à particule', 1_500, ({ nom }) => /^(?:DE |LE |D')/.test(nom)],
    ['une apostrophe', 150, ({ nom, prenoms }) => `${nom} ${prenoms}`.includes("'")],
    ['un premier prénom composé', 4_000, ({ prenoms }) => /^\S+-/.test(prenoms)],
    ['plusieurs prénoms', 60_000, ({ prenoms }) => prenoms.includes(' ')],
    ['une naissance en Corse', 300, ({ lieu }) => /^2[AB]/.test(lieu)],
    [
      'une naissance en Corse, au numéro d’avant 1976',
      100,
      (f) => f.lieu[0] === '2' && f.numero.slice(5, 7) === '20',
    ],
    ['une naissance à l’étranger', 10_000, ({ lieu }) => lieu.startsWith('99')],
    [
      'une naissance en Algérie d’avant 1962',
      300,
      (f) => f.lieu === '99352' && /^9[123]/.test(f.numero.slice(5)),
    ],
    ['une naissance outre-mer', 2_000, ({ lieu }) => lieu.startsWith('97')],
    ['un jour inconnu', 200, ({ date }) => date.endsWith('-00')],
    ['un mois inconnu', 100, ({ date }) => date.includes('-00-')],
    ['un ancien numéro', 400, ({ finAttente }) => finAttente !== null],
    ['une femme', 49_000, ({ sexe }) => sexe === 'F'],
  ])('%s : au moins %i', (_cas, attendu, estTelle) =>
    expect(combien(estTelle)).toBeGreaterThanOrEqual(attendu),
  )

  it('des jumeaux et des homonymes : même nom et même jour, prénoms ou lieu différents', () => {
    const memePremier = paires.filter(
      ([une, autre]) => une && autre && une.prenoms.split(' ')[0] === autre.prenoms.split(' ')[0],
    )
    expect(memePremier.length).toBeGreaterThan(60)
    expect(paires.length - memePremier.length).toBeGreaterThan(1_000)
  })
})

describe('Simulateur INSi, registre', () => {
  it('se remplit peu à peu, et une recherche trop tôt inscrit d’abord tout le monde', () => {
    const registre = createRegistre({ personnes: [], pannes: [] }, inventerFoule(5_000))
    expect(registre.inscrire(2_000)).toBe(true)
    const { nom, sexe, date, numero } = premiere((fiche) => fiche === foule[4_999])
    const trouvees = registre.candidats({ nomNaissance: nom, sexe, dateNaissance: date })
    expect(trouvees.map(({ actif }) => actif.numero)).toContain(numero)
    expect(registre.inscrire(1)).toBe(false)
  })

  it.each([
    ['jour inconnu', /^(\d{4}-0[1-9])-00$/, '$1-01'],
    ['mois et jour inconnus', /^(\d{4})-00-00$/, '$1-12-31'],
  ])('%s : trouvé sous la date du registre et sous celle que le RNIV fait saisir', (_cas, forme, rniv) => {
    const fiche = premiere(({ date }) => forme.test(date))
    const registre = createRegistre({ personnes: [personneDe(fiche)], pannes: [] })
    const chercher = (dateNaissance: string) =>
      registre.candidats({ nomNaissance: fiche.nom, sexe: fiche.sexe, dateNaissance }).length
    expect([fiche.date, fiche.date.replace(forme, rniv), '2001-01-01'].map(chercher)).toEqual([1, 1, 0])
  })
})
