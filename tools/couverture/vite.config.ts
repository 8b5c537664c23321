import { defineConfig } from 'vitest/config'

/** Parts of the domain whose own tests take every branch; the others join this list once theirs do. */
const COMPLETS = ['identite', 'etiquette', 'echanges']

/** Fails on a branch not taken: `vitest run --config tools/couverture/vite.config.ts --coverage`. */
export default defineConfig({
  test: {
    include: COMPLETS.map((partie) => `domain/${partie}/**/*.test.ts`),
    testTimeout: 20_000,
    coverage: {
      provider: 'v8',
      include: COMPLETS.map((partie) => `domain/${partie}/**/*.ts`),
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: 'out/couverture',
      thresholds: { branches: 100 },
    },
  },
})
