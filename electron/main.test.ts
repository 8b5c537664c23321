import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as fakeElectron from './fake-electron.ts'

type Fake = typeof fakeElectron

let fake: Fake
beforeEach(async () => {
  vi.resetModules()
  fake = await import('./fake-electron.ts')
  vi.doMock('electron', () => fake)
})

async function started(): Promise<Fake> {
  await import('./main.ts')
  fake.app.ready.resolve()
  await vi.waitFor(() => expect(fake.asked).toContain('loadURL app://guichet/'))
  return fake
}

async function quit({ app, asked }: Fake): Promise<void> {
  app.emit('will-quit', { preventDefault: () => undefined })
  await vi.waitFor(() => expect(asked).toContain('exit [0]'), 5000)
}

describe('démarrage de la coquille', () => {
  it('bac à sable, schéma, menu et instance unique précèdent tout le reste', async () => {
    const { asked } = await started()
    expect(asked).toEqual([
      'enableSandbox',
      'registerSchemesAsPrivileged [[{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true,"codeCache":true}}]]',
      'setApplicationMenu [null]',
      'requestSingleInstanceLock',
      'whenReady',
      'protocol.handle app',
      'BrowserWindow',
      'loadURL app://guichet/',
    ])
    await quit(fake)
  })

  it('un second guichet quitte sans rien ouvrir', async () => {
    fake.app.locked = false
    await import('./main.ts')
    expect(fake.asked.slice(-2)).toEqual(['requestSingleInstanceLock', 'exit [0]'])
  })

  it('un guichet lancé deux fois montre sa fenêtre', async () => {
    const { app, asked } = await started()
    app.emit('second-instance')
    expect(asked.slice(-3)).toEqual(['window.restore', 'window.show', 'window.focus'])
    await quit(fake)
  })

  it.each(['remote-debugging-port', 'inspect', 'no-sandbox'])(
    'installé, il refuse de démarrer avec --%s',
    async (name) => {
      fake.app.isPackaged = true
      fake.app.switches = [name]
      await import('./main.ts')
      expect(fake.asked.at(-1)).toBe('exit [1]')
    },
  )

  it('un écran planté est rechargé', async () => {
    const { asked, FakeWindow } = await started()
    FakeWindow.all[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(asked.at(-1)).toBe('window.reload')
    await quit(fake)
  })

  it('la fenêtre reçoit le préchargement et les préférences isolées', async () => {
    const { FakeWindow } = await started()
    expect(FakeWindow.all[0]?.options).toMatchObject({
      minWidth: 1024,
      minHeight: 600,
      webPreferences: {
        preload: `${import.meta.dirname}/preload.cjs`,
        sandbox: true,
        contextIsolation: true,
      },
    })
    await quit(fake)
  })
})

describe('gardes de chaque page', () => {
  const contents = async (): Promise<InstanceType<Fake['FakeContents']>> => {
    const { app, FakeContents } = await started()
    const page = new FakeContents()
    app.emit('web-contents-created', {}, page)
    return page
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s ne quitte pas app://guichet',
    async (name) => {
      const page = await contents()
      const stopped = ['app://guichet/', 'app://guichet@evil/', 'https://esante.gouv.fr/', 'file:///'].map(
        (url) => {
          const preventDefault = vi.fn<() => void>()
          page.emit(name, { url, preventDefault })
          return preventDefault.mock.calls.length
        },
      )
      expect(stopped).toEqual([0, 1, 1, 1])
      await quit(fake)
    },
  )

  it('aucune webview, aucune fenêtre ; seules les adresses connues vont au navigateur', async () => {
    const page = await contents()
    const preventDefault = vi.fn<() => void>()
    page.emit('will-attach-webview', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    const answers = ['app://guichet/', 'https://evil/', 'https://esante.gouv.fr/ins'].map((url) =>
      page.opener?.({ url }),
    )
    expect(answers).toEqual([{ action: 'deny' }, { action: 'deny' }, { action: 'deny' }])
    expect(fake.asked.filter((line) => line.startsWith('openExternal'))).toEqual([
      'openExternal ["https://esante.gouv.fr/ins"]',
    ])
    await quit(fake)
  })
})

describe('autorisations', () => {
  it('chaque nom connu d’Electron est refusé, demandé ou vérifié', async () => {
    const { handlers } = (await started()).session.defaultSession
    const names = await permissionNames()
    expect(names.length).toBeGreaterThan(40)
    const granted = names.filter((name) => {
      const answer = vi.fn<(given: boolean) => void>()
      handlers['permissionRequest']?.({}, name, answer, {})
      expect(answer).toHaveBeenCalledExactlyOnceWith(false)
      return handlers['permissionCheck']?.({}, name, 'app://guichet', {}) !== false
    })
    expect(granted).toEqual([])
    expect(handlers['devicePermission']?.({ deviceType: 'usb' })).toBe(false)
    await quit(fake)
  })

  it('ni capture d’écran, ni téléchargement, ni requête au dehors', async () => {
    const { defaultSession } = (await started()).session
    const capture = vi.fn<(streams: unknown) => void>()
    defaultSession.handlers['displayMedia']?.({}, capture)
    expect(capture).toHaveBeenCalledExactlyOnceWith({})
    const preventDefault = vi.fn<() => void>()
    defaultSession.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    const cancelled = ['app://guichet/a.js', 'https://evil/'].map((url) => {
      const answer = vi.fn<(given: { cancel: boolean }) => void>()
      defaultSession.handlers['onBeforeRequest']?.({ url }, answer)
      return answer.mock.calls
    })
    expect(cancelled).toEqual([[[{ cancel: false }]], [[{ cancel: true }]]])
    await quit(fake)
  })
})

/** Every permission name in the type declarations of the Electron in use, so that a new one is tested too. */
async function permissionNames(): Promise<string[]> {
  const types = await readFile(new URL('../node_modules/electron/electron.d.ts', import.meta.url), 'utf8')
  const handlers = types
    .split('\n')
    .filter((line) => /setPermission(Check|Request)Handler\(handler: /.test(line))
  const names = handlers.flatMap((line) => /permission: ([^,)]*)/.exec(line)?.[1]?.match(/[\w-]+/g) ?? [])
  return [...new Set(names)]
}
