import { defineConfig } from 'vitest/config'

const beside = '{contracts,native-bridge,services,workstation,electron,renderer,simulators,tools}/**'

/** On real parts, and none of them a card reader. */
const sansCarte = [
  'e2e/renderer-*.test.ts',
  'e2e/{administration,electron,electron-binary,loopback,preload-rig,reseau}.test.ts',
  'services/**/*.real.test.ts',
  'simulators/printer/*.real.test.ts',
  'workstation/demarrage-leger.real.test.ts',
]

const surDuReel = {
  globalSetup: 'tools/construire.ts',
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

/**
 * `domaine` keeps no state, so its modules are loaded once, and with `--coverage` it fails on a branch that its own tests never take;
 * `unit` runs in parallel beside the code, its modules loaded once per worker too; `real` owns the card service and the readers of the
 * machine, `real-sans-carte` leaves them alone: files of each run one by one, on what is built, and the two may run side by side.
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
          setupFiles: 'tools/cout-argon2-essai.ts',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...surDuReel,
          name: 'real-sans-carte',
          include: sansCarte,
        },
      },
      {
        test: {
          ...surDuReel,
          name: 'real',
          include: [`${beside}/*.real.test.ts`, 'e2e/**/*.test.ts'],
          exclude: [...sansCarte, '**/node_modules/**'],
        },
      },
    ],
  },
})
