import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { APP_ORIGIN, webPreferences } from './policy.ts'

export interface WindowSources {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly preload: string
  readonly packaged: boolean
}

/** The window of the desk. */
export interface DeskWindow {
  /** Brings the window to the front. */
  readonly show: () => void
  readonly stop: () => void
}

/** Opens the window of the desk. The screens fit 1024 by 600: a 1366 by 768 display at 125 %. */
export function startWindow({ create, preload, packaged }: WindowSources): DeskWindow {
  const window = create({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    title: 'Guichet INS',
    autoHideMenuBar: true,
    webPreferences: webPreferences(preload, packaged),
  })
  window.once('ready-to-show', () => window.show())
  // The admission is kept by the workstation: a page that crashed finds it again when it is loaded anew.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.reload()
  })
  void window.loadURL(`${APP_ORIGIN}/`)
  return {
    show: () => {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    stop: () => window.destroy(),
  }
}
