import { partieDemandee } from './parties.ts'

const { nom, mutes, score } = partieDemandee()

/** Changes one rule at a time and fails when too many changes go unseen: `GUICHET_MUTATION=statut stryker run tools/mutation/stryker.config.ts`. */
export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation/vite.config.ts' },
  mutate: mutes,
  ignorePatterns: ['**', '!domain/**', '!tools/mutation/**', '!package.json', '!tsconfig.base.json'],
  tempDirName: `out/mutation/bac-${nom}`,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `out/mutation/${nom}.json` },
  concurrency: 1,
  coverageAnalysis: 'perTest',
  timeoutMS: 30_000,
  allowConsoleColors: false,
  thresholds: { high: 95, low: 85, break: score },
}
