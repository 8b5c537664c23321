import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lireExpiration } from './expiration.ts'
import { ageLe, convertirDateInsi, lireNaissance } from './naissance.ts'

const AUJOURDHUI = '2026-11-22'

const lire = (saisie: string) => {
  const lue = lireNaissance(saisie, AUJOURDHUI)
  return lue.ok ? `${lue.value.jour}${lue.value.incertaine ? ' incertaine' : ''}` : lue.error.code
}

describe('RNIV EXI PP 19, dates de naissance incertaines', () => {
  it.each([
    ['28/03/1979', '1979-03-28'],
    ['28/03/1979 ?', '1979-03-28 incertaine'],
    ['00/05/1950', '1950-05-01 incertaine'],
    ['05/1950', '1950-05-01 incertaine'],
    ['12/00/1950', '1950-01-12 incertaine'],
    ['00/00/1950', '1950-12-31 incertaine'],
    ['1950', '1950-12-31 incertaine'],
    ['70 ans', '1955-12-31 incertaine'],
    ['1 an', '2024-12-31 incertaine'],
    ['0 ans', '2025-12-31 incertaine'],
    ['00/13/1950', 'date/lunaire'],
    ['32/01/1950', 'date/lunaire'],
    ['31/02/1950', 'date/inexistante'],
    ['2026', 'date/incertaine-future'],
    ['23/11/2026', 'date/future'],
    ['1705', 'date/forme'],
    ['12/05/50', 'date/forme'],
    ['12/05/..50', 'date/siecle'],
    ['hier', 'date/forme'],
    ['', 'date/forme'],
  ])('« %s » donne %s', (saisie, attendu) => expect(lire(saisie)).toBe(attendu))

  it('l’âge annoncé est celui que donne la date retenue', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (age) => {
        const lue = lireNaissance(`${age} ans`, AUJOURDHUI)
        return lue.ok && ageLe(lue.value.jour, AUJOURDHUI) === age
      }),
    ))

  it('le 31 décembre, l’âge se compte au jour même', () => {
    const lue = lireNaissance('3 ans', '2026-12-31')
    expect(lue).toEqual({ ok: true, value: { jour: '2023-12-31', incertaine: true } })
  })
})

describe('Dates exceptionnelles retournées par INSi', () => {
  it.each([
    ['1950-05-17', '1950-05-17', false],
    ['1950-05-00', '1950-05-01', true],
    ['1950-00-00', '1950-12-31', true],
    ['1950-13-00', '1950-12-31', true],
    ['1950-20-12', '1950-01-12', true],
    ['1950-02-31', '1950-02-01', true],
  ])('« %s » devient %s', (brute, jour, incertaine) =>
    expect(convertirDateInsi(brute, AUJOURDHUI)).toEqual({ jour, incertaine }),
  )

  it.each(['', '0000-00-00', '1950', '2027-01-01'])('« %s » ne se convertit pas', (brute) =>
    expect(convertirDateInsi(brute, AUJOURDHUI)).toBeNull(),
  )
})

describe('Fin de validité d’une pièce', () => {
  it.each([
    ['', { ok: true, value: null }],
    ['15/04/2031', { ok: true, value: '2031-04-15' }],
    ['31/02/2031', { ok: false, error: { code: 'piece/expiration' } }],
    ['2031', { ok: false, error: { code: 'piece/expiration' } }],
  ])('« %s »', (saisie, attendu) => expect(lireExpiration(saisie)).toEqual(attendu))
})
