import { describe, expect, it } from 'vitest'
import { ETAPES_RESEAU, LIBELLES_ETAPE, phraseEtape, reponseEssai } from './etape-reseau.ts'

describe('Test du réseau vers INSi', () => {
  it.each(ETAPES_RESEAU)('l’étape « %s » a un libellé et une phrase quand elle réussit', (etape) => {
    expect(LIBELLES_ETAPE[etape]).toMatch(/^\p{Lu}/u)
    expect(phraseEtape({ etape, code: null })).toMatch(/^\p{Lu}.*\.$/u)
  })

  it('une étape échouée porte la phrase de son code', () =>
    expect(phraseEtape({ etape: 'dns', code: 'reseau/dns' })).toMatch(/DNS/))

  it('l’identité d’essai publiée est trouvée en recette, inconnue en production', () =>
    expect((['simulation', 'recette', 'production'] as const).map(reponseEssai)).toEqual(['00', '00', '01']))
})
