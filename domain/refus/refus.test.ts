import { describe, expect, it } from 'vitest'
import { estCodeRefus, phraseDe, phrases, refuser } from './refus.ts'
import { typographier } from './typographie.ts'

describe('refus', () => {
  it.each(Object.entries(phrases))('%s : une phrase complète, qui dit quoi faire', (_code, phrase) => {
    expect(phrase).toMatch(/^[A-ZÀ-Ü].{39,}\.$/u)
    expect(phrase).toMatch(/ : /)
  })

  it('un code se reconnaît, se porte et se lit', () => {
    expect([estCodeRefus('matricule/cle'), estCodeRefus('toString')]).toEqual([true, false])
    expect([refuser('date/future'), refuser('date/future', 'dateNaissance')]).toEqual([
      { code: 'date/future' },
      { code: 'date/future', champ: 'dateNaissance' },
    ])
    expect(phraseDe(refuser('matricule/cle'))).toBe(typographier(phrases['matricule/cle']))
  })
})
