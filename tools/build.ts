import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Builds the window, the workstation and the shell into dist/, each only when its sources changed since its last build. */
const racine = join(import.meta.dirname, '..')

const VITE = join(racine, 'node_modules/vite/bin/vite.js')

const CIBLES = [
  { nom: 'renderer', sources: ['renderer/**/*', 'contracts/**/*', 'domain/**/*', 'assets/fonts/*'] },
  {
    nom: 'workstation',
    sources: ['workstation/**/*', 'services/**/*', 'native-bridge/**/*', 'contracts/**/*', 'domain/**/*'],
  },
  { nom: 'electron', sources: ['electron/**/*', 'contracts/**/*'] },
]

function empreinteDe(sources: readonly string[]): string {
  const fichiers = sources.flatMap((motif) => globSync(motif, { cwd: racine, withFileTypes: true }))
  const hash = createHash('sha256').update(readFileSync(join(racine, 'package-lock.json')))
  for (const chemin of fichiers
    .filter((f) => f.isFile())
    .map((f) => join(f.parentPath, f.name))
    .toSorted())
    hash.update(chemin).update(readFileSync(chemin))
  return hash.digest('hex')
}

mkdirSync(join(racine, 'dist'), { recursive: true })
for (const { nom, sources } of CIBLES) {
  const marque = join(racine, `dist/.${nom}.sha256`)
  const empreinte = empreinteDe(sources)
  if (existsSync(marque) && readFileSync(marque, 'utf8') === empreinte) continue
  const args = [VITE, 'build', '--config', `${nom}/vite.config.ts`, '--logLevel', 'warn']
  const { status } = spawnSync(process.execPath, args, { cwd: racine, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
  writeFileSync(marque, empreinte)
}
