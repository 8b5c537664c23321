import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { REGLAGES_PAR_DEFAUT } from '#domain/admission/reglages.ts'
import { champsIdentite, lireReglages } from './identite.ts'

const lire = (identite: unknown) => {
  const lu = z.strictObject(champsIdentite).safeParse({ identite })
  return lu.success ? lireReglages(lu.data) : null
}

describe('Les règles d’identité de l’établissement, dans configuration.json', () => {
  it('rien n’est dit : les règles par défaut', () =>
    expect(lireReglages({})).toEqual({ ok: true, value: REGLAGES_PAR_DEFAUT }))

  it('ce qui est dit remplace ce défaut, et lui seul (EXI ID 19)', () => {
    const lu = lire({
      pieces: [{ code: 'AV', propose: false }],
      piecePerimee: 'refuser',
      anonyme: { nom: 'SECRET', prenom: 'SECRET' },
    })
    expect(lu).toEqual({
      ok: true,
      value: {
        ...REGLAGES_PAR_DEFAUT,
        pieces: REGLAGES_PAR_DEFAUT.pieces.filter(({ code }) => code !== 'AV'),
        piecePerimee: 'refuser',
        anonyme: { nom: 'SECRET', prenom: 'SECRET' },
      },
    })
  })

  it('un permis de conduire ne devient jamais probant', () =>
    expect(lire({ pieces: [{ code: 'PC', hauteConfiance: true }] })).toEqual({
      ok: false,
      error: { code: 'piece/confiance-insuffisante', champ: 'PC' },
    }))

  it('ID-17 : le délai de vérification va de trois à cinq ans', () => {
    expect(
      [3, 4, 5].map((reverificationAns) => {
        const lu = lire({ reverificationAns })
        return lu?.ok && lu.value.reverificationAns
      }),
    ).toEqual([3, 4, 5])
    for (const reverificationAns of [0, 2, 6, 3.5, -4])
      expect(lire({ reverificationAns })).toEqual({
        ok: false,
        error: { code: 'configuration/reverification', champ: 'identite.reverificationAns' },
      })
  })

  it.each([
    { reverificationAns: '5' },
    { anonyme: { nom: 'Secret', prenom: 'X' } },
    { piecePerimee: 'ignorer' },
    { inconnu: 1 },
  ])('%j est illisible', (identite) => expect(lire(identite)).toBeNull())
})
