import { defineConfig } from 'vitest/config'

/** The domain by its own tests, every branch of it: `vitest run --config tools/couverture/vite.config.ts --coverage`. */
export default defineConfig({
  test: {
    include: ['domain/**/*.test.ts'],
    testTimeout: 20_000,
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
