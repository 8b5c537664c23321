import { describe, expect, it } from 'vitest'
import type { EtatCartes, EtatLecteur, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import { chooseReader as choose } from './choose-reader.ts'

const lecteur = (nom: string, carte: GenreCarte | 'muette' | null): EtatLecteur => ({
  nom,
  carte: carte === 'muette' ? null : carte,
  muette: carte === 'muette',
  presence: 1,
})

const chooseReader = (etat: EtatCartes, lisibles: readonly GenreCarte[] = ['vitale2', 'inconnue']) => {
  const choisi = choose(etat, lisibles)
  return choisi.ok ? { ok: true, value: choisi.value.nom } : choisi
}

describe('la lecture choisit le lecteur, ou dit ce qui s’y trouve', () => {
  it.each([
    ['vitale2', 'vitale2', 'A'],
    ['cps3', 'vitale2', 'B'],
    ['inconnue', 'vitale2', 'B'],
    [null, 'vitale2', 'B'],
    ['inconnue', 'cps3', 'A'],
  ] as const)('A : %s, B : %s, lecteur %s', (a, b, nom) => {
    expect(chooseReader({ lecteurs: [lecteur('A', a), lecteur('B', b)], refus: null })).toEqual({
      ok: true,
      value: nom,
    })
  })

  it.each([
    ['muette', null, 'cartes/muette'],
    ['muette', 'cps3', 'cartes/muette'],
    ['vitale1', 'cps4', 'cartes/vitale-ancienne'],
    ['agent-cnam', null, 'cartes/non-reconnue'],
    ['cps3', null, 'cartes/absente'],
    [null, null, 'cartes/absente'],
    ['cps3', 'cps3-sans-contact', 'cartes/professionnelle'],
  ] as const)('A : %s, B : %s, refus %s', (a, b, code) => {
    expect(chooseReader({ lecteurs: [lecteur('A', a), lecteur('B', b)], refus: null })).toEqual({
      ok: false,
      error: { code },
    })
  })

  it('une Vitale d’ancienne génération se lit quand le fournisseur sait la lire, après une Vitale 2', () => {
    const lisibles = ['vitale2', 'vitale1'] as const
    const lire = (...lecteurs: readonly EtatLecteur[]) => chooseReader({ lecteurs, refus: null }, lisibles)
    expect(lire(lecteur('A', 'vitale1'), lecteur('B', null))).toEqual({ ok: true, value: 'A' })
    expect(lire(lecteur('A', 'vitale1'), lecteur('B', 'vitale2'))).toEqual({ ok: true, value: 'B' })
  })

  it('service arrêté ou aucun lecteur : ce refus-là', () => {
    expect(chooseReader({ lecteurs: [], refus: 'cartes/service-arrete' })).toEqual({
      ok: false,
      error: { code: 'cartes/service-arrete' },
    })
    expect(chooseReader({ lecteurs: [], refus: null })).toEqual({
      ok: false,
      error: { code: 'cartes/aucun-lecteur' },
    })
  })
})

describe('le rôle d’un lecteur dit où la carte du patient est attendue', () => {
  const choisir = (attendu: string, ...lecteurs: readonly EtatLecteur[]) =>
    choose({ lecteurs, refus: null }, ['vitale2', 'inconnue'], attendu)

  it('deux Vitales : celle du lecteur attendu', () =>
    expect(choisir('B', lecteur('A', 'vitale2'), lecteur('B', 'vitale2'))).toMatchObject({
      value: { nom: 'B' },
    }))

  it('une Vitale dans l’autre lecteur se lit quand même', () =>
    expect(choisir('B', lecteur('A', 'vitale2'), lecteur('B', null))).toMatchObject({ value: { nom: 'A' } }))

  it('une carte professionnelle dans le lecteur attendu est nommée, même si l’autre lecteur est vide', () =>
    expect(choisir('A', lecteur('A', 'cps3'), lecteur('B', null))).toEqual({
      ok: false,
      error: { code: 'cartes/professionnelle' },
    }))
})
