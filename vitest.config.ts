import { defineConfig } from 'vitest/config'

const beside = '{contracts,native-bridge,services,workstation,electron,renderer,simulators,tools}/**'

/**
 * `domaine` keeps no state, so its modules are loaded once, and with `--coverage` it fails on a branch that its own tests never take;
 * `unit` runs in parallel beside the code; `real` owns readers, ports and browsers, so its files run one by one, on what is built.
 */
export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['domain/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: 'out/couverture',
      thresholds: { branches: 100 },
    },
    projects: [
      {
        test: {
          name: 'domaine',
          include: ['domain/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'unit',
          include: [`${beside}/*.test.{ts,tsx}`],
          exclude: ['**/*.real.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'real',
          include: [`${beside}/*.real.test.ts`, 'e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: 'tools/construire.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
