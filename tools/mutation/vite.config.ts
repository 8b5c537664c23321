import { defineConfig } from 'vitest/config'
import { partieDemandee } from './parties.ts'

export default defineConfig({
  test: { include: [partieDemandee().tests], testTimeout: 20_000, isolate: false },
})
