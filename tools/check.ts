import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Every static check in turn: format, fences and lint, types of each layer, dead code, generated pages. */
const racine = join(import.meta.dirname, '..')

const PROJETS = [
  'domain',
  'domain/tsconfig.test.json',
  'contracts',
  'native-bridge',
  'services',
  'workstation',
  'electron',
  'renderer',
  'renderer/tsconfig.test.json',
  'simulators',
  'bin',
  'e2e',
  'bench',
  'tools',
]

const ETAPES: readonly (readonly [nom: string, commande: string, ...args: string[]])[] = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['lint and fences', 'oxlint', '--type-aware', '--deny-warnings', '-f', 'unix', '.'],
  ...PROJETS.map((projet) => [`types of ${projet}`, 'tsc', '-p', projet] as const),
  ['dead code', 'knip', '--no-progress'],
  ['error codes page', 'node', 'tools/codes-erreur.ts', '--check'],
  ['differences page', 'node', 'tools/ecarts.ts', '--check'],
  ['statuses page', 'node', 'tools/statuts.ts', '--check'],
]

let echecs = 0
for (const [nom, commande, ...args] of ETAPES) {
  const { status } = spawnSync(commande, args, { cwd: racine, stdio: 'inherit' })
  if (status !== 0) {
    echecs += 1
    console.error(`check failed: ${nom}`)
  }
}
console.log(
  echecs === 0 ? `check: ${ETAPES.length} steps clean` : `check: ${echecs} of ${ETAPES.length} steps failed`,
)
process.exitCode = echecs === 0 ? 0 : 1
