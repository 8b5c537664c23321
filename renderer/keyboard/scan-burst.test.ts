import { describe, expect, it } from 'vitest'
import { createBurst } from './scan-burst.ts'

const frapper = (texte: string, pas: number): readonly string[] => {
  const feed = createBurst()
  return [...texte.split(''), 'Enter'].map((key, rang) => {
    const burst = feed(key, rang * pas)
    return burst.kind === 'done' ? `done:${burst.message}` : burst.kind
  })
}

describe('Lecteur de codes qui tape au clavier', () => {
  it('une rafale qui commence comme un DataMatrix INS est prise en entier, jusqu’à Entrée', () => {
    expect(frapper('IS0123', 5)).toEqual(['none', 'none', 'none', 'begun', 'part', 'part', 'done:IS0123'])
  })

  it('la même frappe à vitesse humaine reste dans le champ', () => {
    expect(new Set(frapper('IS0123', 120))).toEqual(new Set(['none']))
  })

  it('une rafale d’un autre code reste dans le champ', () => {
    expect(new Set(frapper('3760123456789', 5))).toEqual(new Set(['none']))
  })
})
