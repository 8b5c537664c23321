import { defineConfig } from 'vitest/config'

/** Fails on a branch of the domain that its own tests never take: `vitest run --config tools/couverture/vite.config.ts --coverage`. */
export default defineConfig({
  test: {
    include: ['domain/**/*.test.ts'],
    testTimeout: 60_000,
    // The domain keeps no state: its modules are loaded once for all its tests.
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['domain/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: 'out/couverture',
      thresholds: { branches: 100 },
    },
  },
})
