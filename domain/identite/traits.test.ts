import { expect, it } from 'vitest'
import { estTraitStrict, LIBELLES_TRAITS, TRAITS, TRAITS_STRICTS } from './traits.ts'

it('RNIV 1 : les traits stricts sont tous les traits sauf le nom et le prénom utilisés', () => {
  expect(TRAITS.filter(estTraitStrict)).toEqual([...TRAITS_STRICTS])
  expect(TRAITS.filter((trait) => !estTraitStrict(trait))).toEqual(['nomUtilise', 'prenomUtilise'])
})

it('RNIV 1 : chaque trait a son nom, dans l’ordre de la pièce', () =>
  expect(TRAITS.map((trait) => LIBELLES_TRAITS[trait])).toEqual([
    'Nom de naissance',
    'Prénoms de naissance',
    'Premier prénom',
    'Sexe',
    'Date de naissance',
    'Lieu de naissance',
    'Nom utilisé',
    'Prénom utilisé',
  ]))
