import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterDifferences, type Run } from './letter-differences.ts'

const lire = (runs: readonly Run[]): string => runs.map(({ texte }) => texte).join('')
const marquer = (runs: readonly Run[]): string =>
  runs.map(({ texte, differe }) => (differe ? `[${texte}]` : texte)).join('')

describe('Les lettres qui diffèrent', () => {
  it.each([
    ['KERVADOC', 'KERVADEC', 'KERVAD[O]C', 'KERVAD[E]C'],
    ['SOLENE LOUISE', 'SOLENE-LOUISE', 'SOLENE[ ]LOUISE', 'SOLENE[-]LOUISE'],
    ['MARIE', 'MARIE JOSEPHE', 'MARIE', 'MARIE[ JOSEPHE]'],
    ['35238', '', '[35238]', ''],
    ['F', 'F', 'F', 'F'],
  ])('%s et %s', (local, insi, gauche, droite) => {
    const differences = letterDifferences(local, insi)
    expect([marquer(differences.local), marquer(differences.insi)]).toEqual([gauche, droite])
  })

  it('aucune lettre n’est perdue, et ce qui n’est pas marqué est commun aux deux', () => {
    const nom = fc.stringMatching(/^[A-D '-]{0,12}$/)
    fc.assert(
      fc.property(nom, nom, (local, insi) => {
        const differences = letterDifferences(local, insi)
        const commun = (runs: readonly Run[]): string => lire(runs.filter(({ differe }) => !differe))
        expect([lire(differences.local), lire(differences.insi)]).toEqual([local, insi])
        expect(commun(differences.local)).toBe(commun(differences.insi))
      }),
    )
  })
})
