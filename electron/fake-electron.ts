import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'

/** What the shell asked of Electron, in order. Electron itself cannot run here; this stands for it in tests. */
export const asked: string[] = []

export const log =
  (name: string) =>
  (...args: unknown[]): void =>
    void asked.push(args.length === 0 ? name : `${name} ${JSON.stringify(args)}`)

class FakeApp extends EventEmitter {
  isPackaged = false
  locked = true
  switches: string[] = []
  readonly ready = Promise.withResolvers<void>()
  readonly commandLine = { hasSwitch: (name: string): boolean => this.switches.includes(name) }
  readonly enableSandbox = log('enableSandbox')
  readonly exit = log('exit')
  readonly quit = log('quit')
  readonly releaseSingleInstanceLock = log('releaseSingleInstanceLock')
  requestSingleInstanceLock(): boolean {
    asked.push('requestSingleInstanceLock')
    return this.locked
  }
  whenReady(): Promise<void> {
    asked.push('whenReady')
    return this.ready.promise
  }
}

type Handler = ((...args: unknown[]) => unknown) | null

class FakeSession extends EventEmitter {
  readonly handlers: Record<string, Handler> = {}
  readonly webRequest = { onBeforeRequest: this.keep('onBeforeRequest') }
  readonly setPermissionRequestHandler = this.keep('permissionRequest')
  readonly setPermissionCheckHandler = this.keep('permissionCheck')
  readonly setDevicePermissionHandler = this.keep('devicePermission')
  readonly setDisplayMediaRequestHandler = this.keep('displayMedia')
  private keep(name: string): (handler: Handler) => void {
    return (handler) => {
      this.handlers[name] = handler
    }
  }
}

export class FakeContents extends EventEmitter {
  opener: ((details: { url: string }) => unknown) | undefined
  setWindowOpenHandler(opener: (details: { url: string }) => unknown): void {
    this.opener = opener
  }
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = []
  readonly webContents = new FakeContents()
  readonly show = log('window.show')
  readonly focus = log('window.focus')
  readonly restore = log('window.restore')
  readonly reload = log('window.reload')
  readonly destroy = log('window.destroy')
  readonly isMinimized = (): boolean => true
  readonly options: unknown
  constructor(options: unknown) {
    super()
    this.options = options
    asked.push('BrowserWindow')
    FakeWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    asked.push(`loadURL ${url}`)
  }
}

export const app = new FakeApp()
export const BrowserWindow = FakeWindow
export const ipcMain = new EventEmitter()
export const session = { defaultSession: new FakeSession() }
export const Menu = { setApplicationMenu: log('setApplicationMenu') }
export const MessageChannelMain = MessageChannel
export const dialog = { showErrorBox: log('showErrorBox') }
export const shell = { openExternal: log('openExternal') }
export const protocol = {
  registerSchemesAsPrivileged: log('registerSchemesAsPrivileged'),
  handle: (scheme: string): void => void asked.push(`protocol.handle ${scheme}`),
}
