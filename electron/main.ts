import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  session,
  shell,
} from 'electron'
import { readFile } from 'node:fs/promises'
import { createAppProtocol } from './app-protocol.ts'
import { startGuards } from './guards.ts'
import { pathsOf, type Paths } from './paths.ts'
import { startPermissions } from './permissions.ts'
import { APP_SCHEME, FORBIDDEN_SWITCHES } from './policy.ts'
import { startRelay } from './relay.ts'
import { startSidecar, type Sidecar } from './sidecar-launcher.ts'
import { isIntact, type SidecarManifest } from './sidecar-manifest.ts'
import { sidecarEnv } from './sidecar-env.ts'
import { startSingleInstance } from './single-instance.ts'
import { startWindow, type DeskWindow } from './windows.ts'

const ALTERED =
  'Les fichiers du poste ne sont pas ceux qui ont été installés : rien n’a été démarré. ' +
  'Prévenez l’informatique, qui réinstallera le logiciel.'

let window: DeskWindow | undefined

// All of this must precede readiness: the sandbox, the scheme and the guards apply to what is created after them.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([APP_SCHEME])
Menu.setApplicationMenu(null)
startGuards(app, shell)
const driven = app.isPackaged && FORBIDDEN_SWITCHES.some((name) => app.commandLine.hasSwitch(name))
if (driven || startSingleInstance(app, () => window?.show()) === null) app.exit(driven ? 1 : 0)
else void app.whenReady().then(start)

function start(): void {
  const paths = pathsOf({
    here: __dirname,
    resources: process.resourcesPath,
    packaged: app.isPackaged,
    windows: process.platform === 'win32',
  })
  startPermissions(session.defaultSession)
  protocol.handle('app', createAppProtocol(paths.screens))
  const sidecar = launchSidecar(paths)
  startRelay({ ipc: ipcMain, createPorts: () => new MessageChannelMain(), openChannel: sidecar.openChannel })
  window = startWindow({
    create: (options) => new BrowserWindow(options),
    preload: paths.preload,
    packaged: app.isPackaged,
  })
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    void sidecar.stop().finally(() => app.exit(0))
  })
}

function launchSidecar({ node, program, sealed }: Paths): Sidecar {
  return startSidecar({
    node,
    program,
    env: sidecarEnv(process.env),
    isIntact: async () => sealed === null || isIntact(sealed.folder, await readManifest(sealed.manifest)),
    altered: () => giveUp(ALTERED),
    refused: giveUp,
  })
}

function giveUp(sentence: string): void {
  dialog.showErrorBox('Guichet INS', sentence)
  app.quit()
}

async function readManifest(path: string): Promise<SidecarManifest> {
  return JSON.parse(await readFile(path, 'utf8')) as SidecarManifest
}
