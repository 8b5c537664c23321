import { describe, expect, it } from 'vitest'
import { CAS_LIEU } from '#domain/ecarts/cas-date-lieu-sexe.ts'
import { PERSONNE_DU_CAS } from '#domain/ecarts/cas.ts'
import { comparer, CONTEXTE_ECARTS } from '#domain/ecarts/comparer.ts'
import { ouvrirLieux } from './lieux.ts'

const lieux = await ouvrirLieux()

describe('les cas de référence des lieux, avec la vraie table des communes et des pays', () => {
  it.each(CAS_LIEU.map((cas) => [cas[0], cas] as const))(
    '%s',
    (_titre, [, premier, second, gravite, regle]) => {
      const [ecart] = comparer(
        { ...PERSONNE_DU_CAS, source: 'saisie', lieuNaissance: premier },
        { ...PERSONNE_DU_CAS, source: 'insi', lieuNaissance: second },
        { ...CONTEXTE_ECARTS, memeLieu: (un, autre) => lieux.memes(un, autre) },
      ).filter(({ trait }) => trait === 'lieuNaissance')
      expect([ecart?.gravite, ecart?.regle]).toEqual([gravite, regle])
    },
  )
})
