import { expect, it } from 'vitest'
import { estTraitStrict, LIBELLES_TRAITS, TRAITS, TRAITS_STRICTS } from './traits.ts'

it('RNIV 1 : les traits stricts sont tous les traits sauf le nom et le prénom utilisés', () => {
  expect(TRAITS.filter(estTraitStrict)).toEqual([...TRAITS_STRICTS])
  expect(TRAITS.filter((trait) => !estTraitStrict(trait))).toEqual(['nomUtilise', 'prenomUtilise'])
  expect(Object.keys(LIBELLES_TRAITS)).toEqual([...TRAITS])
})
