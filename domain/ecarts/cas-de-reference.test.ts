import { describe, expect, it } from 'vitest'
import { CAS_DE_REFERENCE } from './cas-de-reference.ts'
import { PERSONNE_DU_CAS } from './cas.ts'
import { comparer, constatsDe, CONTEXTE_ECARTS, TRAITS_COMPARES } from './comparer.ts'
import type { Partie } from './partie.ts'

/** Places a table of communes would say are the same; the true table is tested with `domain/lieux`. */
const MEMES_LIEUX = new Set(['74011 74010', '75001 94002', '99141 99109'])
const contexte = {
  ...CONTEXTE_ECARTS,
  memeLieu: (un: string, autre: string) => MEMES_LIEUX.has(`${un} ${autre}`),
}

const CATALOGUE = TRAITS_COMPARES.flatMap(constatsDe)

/** The rules that say which side is the shorter. */
const MIROIRS = new Map([
  ['prenoms/liste-courte', 'prenoms/liste-longue'],
  ['prenoms/liste-longue', 'prenoms/liste-courte'],
])

const TOUS = CAS_DE_REFERENCE.flatMap(([trait, cas]) => cas.map((un) => ({ trait, cas: un })))

const parties = ({ trait, cas }: (typeof TOUS)[number]): readonly [Partie, Partie] => {
  const [, premier, second, , , entourage] = cas
  return [
    { ...PERSONNE_DU_CAS, source: 'saisie', ...entourage?.premier, [trait]: premier },
    { ...PERSONNE_DU_CAS, source: 'insi', ...entourage?.second, [trait]: second },
  ]
}

describe('RNIV, les cas de référence des écarts', () => {
  it('sont au moins soixante, de titres distincts par trait', () => {
    const titres = TOUS.map(({ trait, cas: [titre] }) => `${trait} ${titre}`)
    expect(titres.length).toBeGreaterThanOrEqual(60)
    expect(new Set(titres).size).toBe(titres.length)
  })

  it.each(TOUS.map((un) => [`${un.trait} : ${un.cas[0]}`, un] as const))(
    '%s : une règle, un verdict',
    (_titre, un) => {
      const trouves = comparer(...parties(un), contexte).filter(({ trait }) => trait === un.trait)
      expect(trouves.map(({ regle, gravite }) => [gravite, regle])).toEqual([[un.cas[3], un.cas[4]]])
    },
  )

  it.each(TOUS.map((un) => [`${un.trait} : ${un.cas[0]}`, un] as const))(
    '%s : même règle et même verdict dans l’autre sens',
    (_titre, un) => {
      const [premier, second] = parties(un)
      const [ecart] = comparer(second, premier, contexte).filter(({ trait }) => trait === un.trait)
      expect([ecart?.gravite, ecart?.regle]).toEqual([un.cas[3], MIROIRS.get(un.cas[4]) ?? un.cas[4]])
    },
  )

  it('les autres traits de chaque cas sont identiques, sauf ceux que le cas change', () => {
    const bruits = TOUS.flatMap((un) => {
      const changes = [...Object.keys(un.cas[5]?.premier ?? {}), ...Object.keys(un.cas[5]?.second ?? {})]
      return comparer(...parties(un), contexte)
        .filter(({ trait, regle }) => trait !== un.trait && regle !== 'identique' && !changes.includes(trait))
        .map(({ trait, regle }) => `${un.cas[0]} : ${trait} ${regle}`)
    })
    expect(bruits).toEqual([])
  })

  it('chaque règle du catalogue a son cas, et chaque règle n’existe qu’une fois', () => {
    const regles = CATALOGUE.map(({ id }) => id)
    expect(new Set(regles).size).toBe(regles.length)
    expect([...new Set(TOUS.map(({ cas }) => cas[4]))].sort()).toEqual([...regles].sort())
  })

  it('chaque règle dit sa cause, sa clause, et que faire', () => {
    const muettes = CATALOGUE.filter(
      ({ cause, clause, suites, gravite }) =>
        !/^[A-ZÉÀ«].*\.$/.test(cause) || clause === '' || (suites.length === 0) !== (gravite === 'egal'),
    )
    expect(muettes.map(({ id }) => id)).toEqual([])
  })

  it('aucune règle majeure ne propose d’accepter, toute règle mineure le propose', () => {
    const accepter = (gravite: string) =>
      CATALOGUE.filter((regle) => regle.gravite === gravite).map(({ suites }) =>
        suites.includes('accepter-motif'),
      )
    expect([new Set(accepter('majeur')), new Set(accepter('mineur'))]).toEqual([
      new Set([false]),
      new Set([true]),
    ])
  })
})
