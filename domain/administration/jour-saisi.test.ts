import { describe, expect, it } from 'vitest'
import { lireJourCalendrier, lireJourPasse } from './jour-saisi.ts'

describe('Une date déjà venue', () => {
  it.each([
    ['20/11/2026', '2026-11-20'],
    [' 20112026 ', '2026-11-20'],
    ['22/11/2026', '2026-11-22'],
  ])('« %s » se lit %s', (saisie, jour) =>
    expect(lireJourPasse(saisie, '2026-11-22')).toEqual({ ok: true, value: jour }),
  )

  it.each(['23/11/2026', '31/02/2026', '2026', ''])('« %s » est refusée', (saisie) =>
    expect(lireJourPasse(saisie, '2026-11-22')).toEqual({
      ok: false,
      error: { code: 'administration/date' },
    }),
  )

  it('une ouverture peut être à venir, mais au calendrier', () => {
    expect(lireJourCalendrier('04/01/2027')).toEqual({ ok: true, value: '2027-01-04' })
    expect(lireJourCalendrier('31/02/2027')).toEqual({
      ok: false,
      error: { code: 'administration/date-ouverture' },
    })
  })
})
