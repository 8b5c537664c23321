import { describe, expect, it } from 'vitest'
import { dispenseHomologation, lireHomologation } from './homologation.ts'

const SAISIE = {
  reference: ' DEC-2026-014 ',
  date: '02/11/2026',
  signataire: 'Alix  Dumarest',
  document: 'homologation-insi.pdf',
}

describe('OR-13 : la décision d’homologation', () => {
  it('se lit entière', () =>
    expect(lireHomologation(SAISIE, '2026-11-22')).toEqual({
      ok: true,
      value: {
        reference: 'DEC-2026-014',
        date: '2026-11-02',
        signataire: 'Alix Dumarest',
        document: 'homologation-insi.pdf',
      },
    }))

  it.each([
    ['reference', '', 'homologation/reference'],
    ['date', '02/12/2026', 'administration/date'],
    ['signataire', 'A', 'homologation/signataire'],
    ['document', 'd'.repeat(121), 'homologation/document'],
  ] as const)('%s « %s » : %s', (champ, texte, code) =>
    expect(lireHomologation({ ...SAISIE, [champ]: texte }, '2026-11-22')).toEqual({
      ok: false,
      error: { code, champ },
    }),
  )

  it.each([
    ['production', false, null],
    ['recette', false, null],
    ['production', true, 'cpx'],
    ['recette', true, 'cpx'],
    ['simulation', false, 'simulation'],
    ['simulation', true, 'simulation'],
  ] as const)('en %s, appels signés par une CPx : %s, dispense : %s', (environnement, parCpx, dispense) =>
    expect(dispenseHomologation(environnement, parCpx)).toBe(dispense),
  )
})
