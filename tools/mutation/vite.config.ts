import { defineConfig } from 'vitest/config'

/** The tests that may kill a mutant of a part of the domain: its own, nothing else, so that a mutant costs less than a second. */
const partie = process.env['GUICHET_MUTATION'] ?? '{identite,ecarts}'

export default defineConfig({
  test: { include: [`domain/${partie}/**/*.test.ts`], testTimeout: 20_000, isolate: false },
})
