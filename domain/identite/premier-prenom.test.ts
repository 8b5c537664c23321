import { describe, expect, it } from 'vitest'
import { estPremierPrenomDe, motsDe, premiersPrenomsDe, proposerPremierPrenom } from './premier-prenom.ts'

describe('EXI ID 10 : le premier prénom est le début de la liste, en mots entiers', () => {
  it.each(['JEAN', 'JEAN CHRISTOPHE', 'JEAN-CHRISTOPHE', 'JEAN-CHRISTOPHE-PIERRE', 'JEAN CHRISTOPHE-PIERRE'])(
    '%s convient à JEAN CHRISTOPHE PIERRE',
    (premier) => expect(estPremierPrenomDe(premier, 'JEAN CHRISTOPHE PIERRE')).toBe(true),
  )

  it.each([
    'CHRISTOPHE',
    'PIERRE',
    'JEA',
    '',
    ' ',
    '-',
    'JEAN PIERRE',
    'JEAN PIERRE CHRISTOPHE',
    'JEAN CHRISTOPHE PIERRE PAUL',
  ])('« %s » ne convient pas à JEAN CHRISTOPHE PIERRE', (premier) =>
    expect(estPremierPrenomDe(premier, 'JEAN CHRISTOPHE PIERRE')).toBe(false),
  )

  it('propose le premier mot de la liste, trait d’union gardé', () =>
    expect([proposerPremierPrenom('JEAN-PAUL MARIE'), proposerPremierPrenom('')]).toEqual(['JEAN-PAUL', '']))

  it('un séparateur double, en tête ou en fin ne compte pas pour un mot', () => {
    expect(motsDe("-JEAN--PAUL D' ARC ")).toEqual(['JEAN', 'PAUL', 'D', 'ARC'])
    expect(estPremierPrenomDe(' JEAN', 'JEAN')).toBe(true)
    expect(estPremierPrenomDe('JEAN', '')).toBe(false)
  })

  it.each([
    ['ANNE MARIE CLAIRE', 'Anne Marie, Claire', 'ANNE MARIE'],
    ['ANNE MARIE CLAIRE', 'Anne-Marie; Claire', 'ANNE-MARIE'],
    ['ANNE MARIE CLAIRE', 'Anne Marie Claire', 'ANNE'],
    ['ANNE MARIE CLAIRE', 'Claire, Anne', 'ANNE'],
    ['ANNE MARIE CLAIRE', ' , Anne', 'ANNE'],
    ['ANNE MARIE CLAIRE', ', Anne Marie', 'ANNE'],
    ['ANNE MARIE CLAIRE', ', Anne Marie, Claire', 'ANNE'],
    ['ANNE MARIE CLAIRE', 'Anne Marie, Claire, Louise', 'ANNE MARIE'],
    ['ANNE', '', 'ANNE'],
  ])('« %s », lu « %s » : propose %s', (liste, brut, attendu) =>
    expect(proposerPremierPrenom(liste, brut)).toBe(attendu),
  )

  it('propose de un à tous les prénoms, dans l’ordre', () => {
    expect(premiersPrenomsDe('ANNE  MARIE-LOUISE CLAIRE')).toEqual([
      'ANNE',
      'ANNE MARIE-LOUISE',
      'ANNE MARIE-LOUISE CLAIRE',
    ])
    expect(premiersPrenomsDe('')).toEqual([])
  })
})
