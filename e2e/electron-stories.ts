import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ElectronApplication, Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Opened {
  readonly app: ElectronApplication
  readonly page: Page
  /** The executable, the built shell it runs, its version and its profile. */
  readonly path: string
  readonly main: string
  readonly version: string
  readonly profile: string
}

/** One name per test, so that a machine without Electron says how many it did not run. */
export const stories: [name: string, tell: (opened: Opened) => Promise<void>][] = [
  [
    'le processus est bien l’Electron livré',
    async ({ app, version }) => expect(await app.evaluate(() => process.versions['electron'])).toBe(version),
  ],
  [
    'la page n’a ni Node ni Electron, seulement connect() gelé',
    async ({ page }) => {
      const seen = await page.evaluate(() => {
        const { guichet } = window as unknown as { guichet: object }
        const leaked = ['require', 'process', 'module', 'Buffer'].filter((name) => name in window)
        return { leaked, keys: Object.keys(guichet), frozen: Object.isFrozen(guichet) }
      })
      expect(seen).toEqual({ leaked: [], keys: ['connect'], frozen: true })
    },
  ],
  [
    'app://guichet porte sa politique de contenu',
    async ({ page }) => {
      const policy = await page.evaluate(async () =>
        (await fetch('/')).headers.get('content-security-policy'),
      )
      expect(policy).toContain("default-src 'none'")
    },
  ],
  [
    'aucune fenêtre, aucune navigation, aucun cadre au dehors',
    async ({ app, page }) => {
      await page.evaluate(() => {
        window.open('https://example.org/')
        document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' }))
        location.href = 'https://example.org/'
      })
      await page.waitForTimeout(500)
      expect([app.windows().length, new URL(page.url()).origin]).toEqual([1, 'app://guichet'])
      expect(page.frames().filter((frame) => frame.url().startsWith('http'))).toEqual([])
    },
  ],
  [
    'caméra, position, notifications, USB, HID et série sont refusés',
    async ({ page }) => {
      const states = await page.evaluate(async () => {
        const asked = ['camera', 'geolocation', 'notifications'] as PermissionName[]
        const answers = asked.map(async (name) => (await navigator.permissions.query({ name })).state)
        const devices = navigator as unknown as Record<
          string,
          { getDevices?(): Promise<unknown[]>; getPorts?(): Promise<unknown[]> }
        >
        const seen = [
          devices['usb']?.getDevices?.(),
          devices['hid']?.getDevices?.(),
          devices['serial']?.getPorts?.(),
        ]
        const counts = seen.map(async (list) => ((await list?.catch(() => [])) ?? []).length)
        return Promise.all([...answers, ...counts])
      })
      expect(states).toEqual(['denied', 'denied', 'denied', 0, 0, 0])
    },
  ],
  [
    'une page plantée est rechargée',
    async ({ app, page }) => {
      const reloaded = page.waitForEvent('load')
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      )
      await reloaded
      expect(page.url()).toBe('app://guichet/')
    },
  ],
  [
    'un second guichet quitte aussitôt',
    async ({ path, main, profile }) => {
      const second = promisify(execFile)(path, [main, `--user-data-dir=${profile}`, '--no-sandbox'], {
        timeout: 10_000,
      })
      await expect(second).resolves.toMatchObject({ stderr: expect.any(String) })
    },
  ],
  [
    'quitter arrête le poste',
    async ({ app }) => {
      const children = await app.evaluate(() => process.pid).then(childrenOf)
      const nodes = children.filter(({ command }) => command.includes('--pipe'))
      expect(nodes.length).toBe(1)
      await app.close()
      expect(() => process.kill(nodes[0]?.pid ?? 0, 0)).toThrow('ESRCH')
    },
  ],
]

/** Processes started by a process, with their command lines (Linux). */
async function childrenOf(parent: number): Promise<{ pid: number; command: string }[]> {
  const { stdout } = await promisify(execFile)('ps', ['--ppid', String(parent), '-o', 'pid=,args='])
  return stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line }))
}
