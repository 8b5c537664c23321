import { defineConfig } from 'vitest/config'

/** The tests that may kill a mutant of the identity and its discrepancies: their own, nothing else, so that a mutant costs a second. */
export default defineConfig({
  test: { include: ['domain/{identite,ecarts}/**/*.test.ts'], testTimeout: 20_000 },
})
