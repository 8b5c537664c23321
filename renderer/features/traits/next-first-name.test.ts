import { describe, expect, it } from 'vitest'
import { nextFirstName } from './next-first-name.ts'

describe('EXI ID 10, premier prénom choisi d’une touche dans la liste', () => {
  it.each<[string, string, 1 | -1, string | null]>([
    ['JEAN CHRISTOPHE PIERRE', 'JEAN', 1, 'JEAN CHRISTOPHE'],
    ['JEAN CHRISTOPHE PIERRE', 'JEAN CHRISTOPHE PIERRE', 1, 'JEAN'],
    ['JEAN CHRISTOPHE PIERRE', 'JEAN', -1, 'JEAN CHRISTOPHE PIERRE'],
    ['JEAN CHRISTOPHE', 'PIERRE', 1, 'JEAN'],
    ['JEAN CHRISTOPHE', 'PIERRE', -1, 'JEAN CHRISTOPHE'],
    ['JEAN', 'JEAN', 1, null],
    ['', '', 1, null],
  ])('liste « %s », « %s », pas %i : « %s »', (liste, actuel, pas, attendu) =>
    expect(nextFirstName(liste, actuel, pas)).toBe(attendu),
  )
})
