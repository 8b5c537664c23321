import { describe, expect, it } from 'vitest'
import { estEchu } from './echeance.ts'

describe('RNIV 1, ID-17 : une identité se vérifie de nouveau au bout de trois à cinq ans', () => {
  it.each([
    ['2021-11-23', 5, false],
    ['2021-11-22', 5, true],
    ['2023-11-22', 3, true],
    ['2023-11-23', 3, false],
    ['2024-02-29', 3, false],
    ['2020-02-29', 5, true],
  ])('depuis le %s, délai %i ans : échu %s', (depuis, ans, attendu) =>
    expect(estEchu(depuis, ans, '2026-11-22')).toBe(attendu),
  )
})
