import { describe, expect, it } from 'vitest'
import { estPremierPrenomDe, proposerPremierPrenom } from './premier-prenom.ts'

describe('EXI ID 10 : le premier prénom est le début de la liste, en mots entiers', () => {
  it.each(['JEAN', 'JEAN CHRISTOPHE', 'JEAN-CHRISTOPHE', 'JEAN-CHRISTOPHE-PIERRE', 'JEAN CHRISTOPHE-PIERRE'])(
    '%s convient à JEAN CHRISTOPHE PIERRE',
    (premier) => expect(estPremierPrenomDe(premier, 'JEAN CHRISTOPHE PIERRE')).toBe(true),
  )

  it.each(['CHRISTOPHE', 'PIERRE', 'JEA', '', 'JEAN CHRISTOPHE PIERRE PAUL'])(
    '« %s » ne convient pas à JEAN CHRISTOPHE PIERRE',
    (premier) => expect(estPremierPrenomDe(premier, 'JEAN CHRISTOPHE PIERRE')).toBe(false),
  )

  it('propose le premier mot de la liste, trait d’union gardé', () =>
    expect([proposerPremierPrenom('JEAN-PAUL MARIE'), proposerPremierPrenom('')]).toEqual(['JEAN-PAUL', '']))
})
