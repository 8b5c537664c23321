import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Runs the static checks, the branches of the domain, the mutants of the status, then every test, and prints the totals last as `N passed, N failed, N skipped`. */
const racine = join(import.meta.dirname, '..')
const rapport = join(racine, 'out/test/rapport.json')

const lancer = (commande: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    const enfant = spawn(commande, args, { cwd: racine, stdio: 'inherit' })
    enfant.on('error', () => resolve(127))
    enfant.on('close', (code) => resolve(code ?? 1))
  })

interface Rapport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

rmSync(rapport, { force: true })
mkdirSync(join(racine, 'out/test'), { recursive: true })
const controles = await lancer('npm', ['run', '--silent', 'check'])
const couverture = await lancer('vitest', [
  'run',
  '--config',
  'tools/couverture/vite.config.ts',
  '--coverage',
])
const mutation = await lancer('stryker', ['run', 'tools/mutation/stryker.config.ts'])
const tests = await lancer('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${rapport}`,
])

const lu = JSON.parse(readFileSync(rapport, 'utf8')) as Rapport
/** A file that fails before its first test (import, hook) counts as one failure of its own. */
const fichiersTombes = lu.testResults.filter(
  (f) => f.status === 'failed' && f.assertionResults.length === 0,
).length
const etapes = [controles, couverture, mutation]
const etapesTombees = etapes.filter((code) => code !== 0).length
const reussis = lu.numPassedTests + etapes.length - etapesTombees
const echoues = lu.numFailedTests + fichiersTombes + etapesTombees
const inexpliques = tests !== 0 && echoues === 0 ? 1 : 0
console.log(`${reussis} passed, ${echoues + inexpliques} failed, ${lu.numPendingTests} skipped`)
process.exitCode = echoues + inexpliques === 0 ? 0 : 1
