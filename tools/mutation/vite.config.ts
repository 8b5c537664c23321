import { defineConfig } from 'vitest/config'

/** The tests that may kill a mutant of the domain: its own, nothing else, so that a mutant costs a second. */
export default defineConfig({
  test: { include: ['domain/**/*.test.ts'], testTimeout: 20_000 },
})
