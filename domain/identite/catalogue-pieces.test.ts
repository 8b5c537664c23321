import { describe, expect, it } from 'vitest'
import { CATALOGUE_PAR_DEFAUT, composerCatalogue, piecesPour } from './catalogue-pieces.ts'
import { estPerimee, prouveIdentite } from './piece.ts'

const codes = (pour: 'tous' | 'mineur' | 'ehpad') =>
  piecesPour(CATALOGUE_PAR_DEFAUT, pour).map(({ code }) => code)

describe('EXI ID 19, dispositifs d’identification', () => {
  it('chaque public n’a que ses pièces, dans l’ordre de la liste (RNIV 1, 3.3.3)', () => {
    expect(codes('tous')).toEqual(['CN', 'PA', 'CS', 'eCN', 'IN', 'AV', 'PC', 'CM', 'VI'])
    expect(codes('mineur')).toEqual([
      ...codes('tous').slice(0, 3),
      'CC',
      'LEP',
      'AN',
      ...codes('tous').slice(3),
    ])
    expect(codes('ehpad')).toEqual([...codes('tous').slice(0, 3), 'LECV', 'ANCV', ...codes('tous').slice(3)])
  })

  it('un site retire, ajoute, renomme et change le niveau d’un type', () => {
    const compose = composerCatalogue([
      { code: 'AV', propose: false },
      { code: 'TC', propose: true, libelle: 'Structure conventionnée' },
      { code: 'IN', hauteConfiance: false },
    ])
    const catalogue = compose.ok ? compose.value : []
    const de = (code: string) => catalogue.find((type) => type.code === code)
    expect([de('AV'), de('TC')?.libelle, de('IN')?.hauteConfiance]).toEqual([
      undefined,
      'Structure conventionnée',
      false,
    ])
  })

  it.each([
    ['XX', 'piece/type-inconnu'],
    ['PC', 'piece/confiance-insuffisante'],
  ])('un site ne peut ni inventer un type ni croire un permis : %s', (code, refus) =>
    expect(composerCatalogue([{ code, hauteConfiance: true }])).toEqual({
      ok: false,
      error: { code: refus, champ: code },
    }),
  )

  it.each([
    [{ type: 'CN', date: '2026-11-22' }, true],
    [{ type: 'CN', date: '2026-11-22', probante: false }, false],
    [{ type: 'LE', date: '2026-11-22' }, false],
    [{ type: 'LE', date: '2026-11-22', probante: true }, true],
    [{ type: 'PC', date: '2026-11-22', probante: true }, false],
    [{ type: 'CN', date: '2026-11-22', aValider: true as const }, false],
    [{ type: 'XX', date: '2026-11-22' }, false],
    [null, false],
  ])('%j prouve une identité : %s (EXI PP 09)', (piece, attendu) =>
    expect(prouveIdentite(piece)).toBe(attendu),
  )

  it('une pièce est périmée le lendemain de son dernier jour', () => {
    expect(estPerimee({ type: 'CN', date: '2026-11-22', expiration: '2026-11-22' })).toBe(false)
    expect(estPerimee({ type: 'CN', date: '2026-11-22', expiration: '2026-11-21' })).toBe(true)
    expect(estPerimee({ type: 'CN', date: '2026-11-22' })).toBe(false)
  })
})
