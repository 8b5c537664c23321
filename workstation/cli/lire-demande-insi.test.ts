import { describe, expect, it } from 'vitest'
import { lireDemandeInsi } from './lire-demande-insi.ts'

const JOUR = '2026-11-26'
const OPTIONS = { nom: 'D’Æion', prenom: 'Cœur', sexe: 'm', date: '25/01/1987' }

describe('Traits d’une recherche INSi, en ligne de commande', () => {
  it('sont écrits selon le RNIV, la date dans les deux formes', () => {
    const demande = { nomNaissance: "D'AEION", prenom: 'COEUR', sexe: 'M', dateNaissance: '1987-01-25' }
    expect(lireDemandeInsi(OPTIONS, JOUR)).toEqual({ ok: true, value: demande })
    expect(lireDemandeInsi({ ...OPTIONS, date: '1987-01-25', lieu: '2b020' }, JOUR)).toEqual({
      ok: true,
      value: { ...demande, lieuNaissance: '2B020' },
    })
  })

  it.each([
    [{ nom: undefined }, 'insi/traits-insuffisants', 'nom'],
    [{ nom: 'R2D2' }, 'trait/chiffre', 'nom'],
    [{ prenom: undefined }, 'insi/traits-insuffisants', 'prenom'],
    [{ sexe: 'I' }, 'insi/traits-insuffisants', 'sexe'],
    [{ date: '1975-13-31' }, 'date/inexistante', 'date'],
    [{ date: 'hier' }, 'date/forme', 'date'],
    [{ lieu: 'Paris' }, 'lieu/forme', 'lieu'],
  ])('refuse %j, en nommant l’option', (change, code, champ) =>
    expect(lireDemandeInsi({ ...OPTIONS, ...change }, JOUR)).toEqual({ ok: false, error: { code, champ } }),
  )
})
