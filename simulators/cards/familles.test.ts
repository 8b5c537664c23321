import { describe, expect, it } from 'vitest'
import { cleDe, parseMatriculeIns } from '#domain/identite/matricule.ts'
import { lireJour } from '#domain/identite/date-naissance.ts'
import { lireTrait } from '#domain/identite/lire-trait.ts'
import { TRAITS, type Trait } from '#domain/identite/traits.ts'
import { estPremierPrenomDe } from '#domain/identite/premier-prenom.ts'
import personnes from '../../assets/demonstration/personnes.json' with { type: 'json' }
import { FAMILLES, membresDe } from './familles.ts'

const JOUR = '2026-01-01'
type TraitPersonne = Exclude<Trait, 'prenomUtilise' | 'dateNaissance'>

describe('les personnes de démonstration', () => {
  it.each(personnes)('$id : traits écrits selon le RNIV, matricule de forme et de clé justes', (personne) => {
    const textes = TRAITS.filter((trait) => trait in personne && trait !== 'dateNaissance') as TraitPersonne[]
    const renseignes = textes.filter((trait) => personne[trait] !== null)
    for (const trait of renseignes) {
      expect(lireTrait(trait, personne[trait] ?? '', JOUR)).toEqual({ ok: true, value: personne[trait] })
    }
    expect(lireJour(personne.dateNaissance, JOUR)).toEqual({ ok: true, value: personne.dateNaissance })
    expect(estPremierPrenomDe(personne.premierPrenom, personne.prenomsNaissance)).toBe(true)
    expect(parseMatriculeIns(personne.nir + cleDe(personne.nir)).ok).toBe(true)
  })

  it.each(personnes)('$id : le NIR s’accorde avec le sexe, la naissance et le lieu', (personne) => {
    const { nir, sexe, dateNaissance, lieuNaissance } = personne
    expect(nir[0]).toBe(sexe === 'M' ? '1' : '2')
    expect(nir.slice(1, 5)).toBe(dateNaissance.slice(2, 4) + dateNaissance.slice(5, 7))
    // Before 1976 a birth in Corsica is written 20.
    const avant1976 = dateNaissance < '1976'
    expect(nir.slice(5, 10)).toBe(avant1976 ? lieuNaissance.replace(/^2[AB]/, '20') : lieuNaissance)
  })

  it('aucun NIR ni identifiant n’est partagé, chaque famille a un assuré et un seul', () => {
    expect(new Set(personnes.map(({ nir }) => nir)).size).toBe(personnes.length)
    expect(new Set(personnes.map(({ id }) => id)).size).toBe(personnes.length)
    for (const famille of FAMILLES) {
      expect(personnes.filter((un) => un.famille === famille && un.assure)).toHaveLength(1)
    }
  })

  it('deux personnes partagent nom, premier prénom, sexe et date : INSi en trouvera plusieurs', () => {
    const cle = (un: (typeof personnes)[number]) =>
      [un.nomNaissance, un.premierPrenom, un.sexe, un.dateNaissance].join(' ')
    const comptes = Map.groupBy(personnes, cle)
    expect(
      [...comptes.values()]
        .filter((groupe) => groupe.length > 1)
        .map((groupe) => groupe.map((un) => un.lieuNaissance)),
    ).toEqual([['44109', '31555']])
  })
})

describe('la carte d’une famille', () => {
  it('porte tous ses membres, le numéro de l’assuré pour chacun, et parfois une autre graphie que l’état civil', () => {
    expect(membresDe('D')).toEqual([
      { nom: 'FERREIRA SOUSAL', prenom: 'MARIA', naissance: '19920105', nir: '2920199139907' },
      { nom: 'FERREIRA-SOUSAL', prenom: 'GABRIEL', naissance: '20251121', nir: '2920199139907' },
    ])
  })

  it('famille inconnue : carte vide', () => {
    expect(membresDe('Z')).toEqual([])
  })
})
