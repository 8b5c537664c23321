import { defineConfig } from 'vitest/config'

const beside = '{domain,contracts,native-bridge,services,workstation,electron,renderer,simulators,tools}/**'

/** `unit` runs in parallel beside the code; `real` owns readers, ports and browsers, so its files run one by one, on what is built. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${beside}/*.test.{ts,tsx}`],
          exclude: ['**/*.real.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
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
