import { describe, expect, it } from 'vitest'
import { maskDate } from './mask-date.ts'

describe('Date tapée en huit chiffres', () => {
  it.each([
    ['2', '2'],
    ['27', '27'],
    ['270', '27/0'],
    ['27/02', '27/02'],
    ['27021981', '27/02/1981'],
    ['27/02/1981', '27/02/1981'],
    ['27/0', '27/0'],
    ['270219811', '270219811'],
    ['1950', '1950'],
    ['195', '19/5'],
    ['051950', '05/1950'],
    ['00051950', '00/05/1950'],
    ['70 ans', '70 ans'],
    ['27 fevrier', '27 fevrier'],
    ['', ''],
  ])('« %s » s’affiche « %s »', (saisie, affichee) => expect(maskDate(saisie)).toBe(affichee))
})
