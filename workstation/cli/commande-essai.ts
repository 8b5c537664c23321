import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Runs `poste` on this data folder as a person does, for tests: its exit, what it printed, and the codes of its refusals. */
export function lancerPoste(donnees: string, args: readonly string[], entree = '') {
  const programme = join(import.meta.dirname, 'poste.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [programme, ...args], {
    input: entree,
    env: { ...process.env, GUICHET_DONNEES: donnees },
  })
  const lignes = stderr.toString().trim().split('\n').filter(Boolean)
  const codes = lignes.map((ligne) => (JSON.parse(ligne) as { code: string }).code)
  return { status, sortie: stdout.toString('latin1'), codes }
}
