import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { racine } from './racine.ts'

/** Browsers that open a page as an application, best first. */
const NAVIGATEURS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'microsoft-edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** What a browser would do with a patient's data if nobody stopped it: translate, check spelling, sync, remember, report. */
const REGLAGES = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Private, in the words of Chromium and of Edge: history, forms, sessions and caches stay in memory.
  '--incognito',
  '--inprivate',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-features=Translate,AutofillServerCommunication,OptimizationHints,MediaRouter,SpellcheckServiceMultilingual',
  '--disable-spell-checking',
  '--password-store=basic',
  '--window-size=1366,768',
]

/** The first browser of this machine able to open a window, or null. */
export function trouverNavigateur(): string | null {
  return NAVIGATEURS.find((nom) => (nom.includes('\\') ? existsSync(nom) : estCommande(nom))) ?? null
}

/** Tells whether this session can show a window. */
export const aUnEcran = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/** Opens the desktop shell, which starts its own workstation with these settings. */
export function ouvrirCoquille(electron: string, environnement: NodeJS.ProcessEnv): ChildProcess {
  return spawn(electron, [...sansBacASable(), racine('dist/electron/main.cjs')], {
    env: environnement,
    stdio: 'ignore',
  })
}

/** Opens the page as an application, in a profile of its own under `dossier`, which lasts as long as the window. */
export function ouvrirNavigateurSur(navigateur: string, page: string, dossier: string): ChildProcess {
  const effacer = (): void => rmSync(profilDe(dossier), { recursive: true, force: true, maxRetries: 5 })
  // That of a window that was killed is still there.
  effacer()
  const fenetre = spawn(navigateur, [...optionsNavigateur(dossier), `--app=file://${page}`], {
    env: environnementNavigateur(process.env),
    stdio: 'ignore',
  })
  return fenetre.once('exit', effacer)
}

/** What the browser is started with, but its page. */
export const optionsNavigateur = (dossier: string): readonly string[] => [
  ...reglagesNavigateur(),
  `--user-data-dir=${profilDe(dossier)}`,
]

/** The same, for who gives it a profile otherwise. */
export const reglagesNavigateur = (): readonly string[] => [...REGLAGES, ...sansBacASable()]

/** The browser needs the session of its user, and none of the settings of the workstation, the passphrase of its key least of all. */
export const environnementNavigateur = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([nom]) => !nom.startsWith('GUICHET_')))

const profilDe = (dossier: string): string => join(dossier, 'navigateur')

/** Chromium refuses its sandbox to root; a person at a desk is not root. */
const sansBacASable = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

const estCommande = (nom: string): boolean =>
  process.platform !== 'win32' && spawnSync('sh', ['-c', `command -v ${nom}`]).status === 0
