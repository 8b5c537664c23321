import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { join } from 'node:path'

/** Runs the static checks, the mutants of the status, then every test, the domain with its branches, and prints the totals last as `N passed, N failed, N skipped`. */
const racine = join(import.meta.dirname, '..')

/** The programs that tests start by the hundred are compiled once; not those whose branches are counted, which it would blur. */
const DEJA_COMPILE = { NODE_COMPILE_CACHE: join(racine, 'out/test/code') }

/** Who yields the processor to whom, as `nice` says it: a person is answered in time, whatever computes beside. */
const RANGS = { reel: 0, calcul: 10 } as const

/** Runs one command and prints all it said once it has ended: what runs beside it speaks too. */
const lancer = (commande: string, args: readonly string[], rang: number): Promise<number> =>
  new Promise((resolve) => {
    const env = args.includes('--coverage') ? process.env : { ...process.env, ...DEJA_COMPILE }
    const enfant = spawn(commande, args, { cwd: racine, env, stdio: ['ignore', 'pipe', 'pipe'] })
    if (enfant.pid !== undefined) setPriority(enfant.pid, Math.min(getPriority() + rang, 19))
    const dit: Buffer[] = []
    for (const sortie of [enfant.stdout, enfant.stderr])
      sortie.on('data', (morceau: Buffer) => void dit.push(morceau))
    enfant.on('error', () => resolve(127))
    enfant.on('close', (code) => {
      process.stdout.write(Buffer.concat(dit))
      resolve(code ?? 1)
    })
  })

interface Rapport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

interface Compte {
  readonly reussis: number
  readonly echoues: number
  readonly omis: number
}

/** A step without tests of its own counts as one. */
async function etape(commande: string, args: readonly string[]): Promise<Compte> {
  const code = await lancer(commande, args, RANGS.calcul)
  return { reussis: code === 0 ? 1 : 0, echoues: code === 0 ? 0 : 1, omis: 0 }
}

/** A file that fails before its first test (import, hook) counts as one failure, and so does a run that fails for no test of its own (branches). */
async function tests(nom: string, args: readonly string[], rang: number = RANGS.calcul): Promise<Compte> {
  const rapport = join(racine, `out/test/${nom}.json`)
  rmSync(rapport, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${rapport}`]
  const code = await lancer('vitest', ['run', ...args, ...reporters], rang)
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = lire(rapport)
  const tombes = testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length
  const echoues = numFailedTests + tombes
  return {
    reussis: numPassedTests,
    echoues: code !== 0 && echoues === 0 ? 1 : echoues,
    omis: numPendingTests,
  }
}

function lire(rapport: string): Rapport {
  try {
    return JSON.parse(readFileSync(rapport, 'utf8')) as Rapport
  } catch {
    // A run that ends before its report counts as one failure by its code.
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] }
  }
}

/** Steps done one after the other. Real parts are waited for more than they compute: two such ways keep two cores busy. */
type Voie = readonly (() => Promise<Compte>)[]

async function suivre(voie: Voie): Promise<readonly Compte[]> {
  const comptes: Compte[] = []
  for (const faire of voie) comptes.push(await faire())
  return comptes
}

mkdirSync(join(racine, 'out/test'), { recursive: true })
const EN_MEMOIRE: Voie = [
  () => etape('npm', ['run', '--silent', 'check']),
  () => etape('stryker', ['run', 'tools/mutation/stryker.config.ts']),
  () => tests('domaine', ['--project', 'domaine', '--coverage']),
  () => tests('unit', ['--project', 'unit']),
]
const AUX_ECRANS: Voie = [() => tests('real-sans-carte', ['--project', 'real-sans-carte'], RANGS.reel)]
/** Alone: what cards do is timed by the milliseconds of a reader. */
const AUX_LECTEURS: Voie = [() => tests('real', ['--project', 'real'], RANGS.reel)]

const ensemble = await Promise.all([EN_MEMOIRE, AUX_ECRANS].map(suivre))
const comptes = [...ensemble.flat(), ...(await suivre(AUX_LECTEURS))]
const total = (quoi: keyof Compte): number => comptes.reduce((somme, compte) => somme + compte[quoi], 0)
console.log(`${total('reussis')} passed, ${total('echoues')} failed, ${total('omis')} skipped`)
process.exitCode = total('echoues') === 0 ? 0 : 1
