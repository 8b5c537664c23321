import { describe, expect, it } from 'vitest'
import { enregistrerFormation, retirerFormation } from './formations.ts'

const TENUE = { date: '2026-11-20', par: 'informatique' }
const ANCIENNE = { date: '2026-01-05', par: null }

describe('OR-05 : la formation de chaque droit', () => {
  it('s’enregistre avec sa date et qui l’enregistra, sans toucher aux autres', () =>
    expect(enregistrerFormation({ valider: ANCIENNE }, 'qualifier', TENUE)).toEqual({
      valider: ANCIENNE,
      qualifier: TENUE,
    }))

  it('commence le registre d’un compte d’avant', () =>
    expect(enregistrerFormation(null, 'qualifier', TENUE)).toEqual({ qualifier: TENUE }))

  it('se retire, ou se refuse quand il n’y en a pas', () => {
    expect(retirerFormation({ valider: ANCIENNE, qualifier: TENUE }, 'qualifier')).toEqual({
      ok: true,
      value: { valider: ANCIENNE },
    })
    for (const formations of [{ valider: ANCIENNE }, null])
      expect(retirerFormation(formations, 'qualifier')).toEqual({
        ok: false,
        error: { code: 'formations/absente' },
      })
  })
})
