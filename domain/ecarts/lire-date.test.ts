import { describe, expect, it } from 'vitest'
import { completer, enJour, partiesDe, peutValoir, type PartiesDate } from './lire-date.ts'

const lire = (date: string): PartiesDate => {
  const parties = partiesDe(date)
  if (parties === null) throw new Error(date)
  return parties
}

describe('dates comme les sources les écrivent', () => {
  it.each([
    ['17/05/1984', '1984-05-17'],
    [' 17.05.1984 ', '1984-05-17'],
    ['17051984', '1984-05-17'],
    ['1984-05-17', '1984-05-17'],
    ['x17/05/1984', 'x17/05/1984'],
    ['17/05/1984x', '17/05/1984x'],
  ])('« %s » : %s', (brut, jour) => expect(enJour(brut)).toBe(jour))

  it.each(['', 'x1984-05-17', '1984-05-17x', '1984-5-17', '19840517'])('« %s » n’a pas de parties', (date) =>
    expect(partiesDe(date)).toBeNull(),
  )

  it('a une année, un mois, un jour', () =>
    expect(partiesDe('1984-05-17')).toEqual({ annee: '1984', mois: '05', jour: '17' }))
})

describe('EXI ID 11, EXI PP 19 : ce que devient une date incomplète', () => {
  it.each([
    ['1950-06-00', '1950-06-01'],
    ['1950-01-00', '1950-01-01'],
    ['1950-12-32', '1950-12-01'],
    ['1950-00-01', '1950-01-01'],
    ['1950-13-31', '1950-01-31'],
    ['1950-00-00', '1950-12-31'],
    ['1950-13-32', '1950-12-31'],
  ])('%s devient %s', (date, complete) => expect(completer(lire(date))).toBe(complete))
})

describe('EXI PP 19 : une date incertaine peut en valoir une autre si la partie connue est la même', () => {
  it.each([
    ['1950-12-31', '1950-06-23', true],
    ['1950-12-31', '1951-06-23', false],
    ['1950-06-01', '1950-06-23', true],
    ['1950-06-01', '1950-07-23', false],
    ['1950-01-23', '1950-06-23', true],
    ['1950-01-23', '1950-06-24', false],
    ['1950-06-23', '1950-06-24', false],
    ['1950-06-23', '1950-07-23', false],
    ['1950-12-30', '1950-06-23', false],
    ['1950-11-31', '1950-06-23', false],
  ])('%s pour %s : %s', (incertaine, exacte, possible) =>
    expect(peutValoir(lire(incertaine), lire(exacte))).toBe(possible),
  )
})
