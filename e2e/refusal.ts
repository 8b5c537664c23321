import { expect } from 'vitest'
import { phrases, type CodeRefus } from '#domain/refus/refus.ts'

/** The refusal of a reading, which holds nothing else, with the one French sentence an agent reads. */
export const refusal = (code: CodeRefus, phrase: RegExp, champ?: string) => {
  expect(phrases[code]).toMatch(phrase)
  return { ok: false, error: { code, ...(champ !== undefined && { champ }) } }
}
