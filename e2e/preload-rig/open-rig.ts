import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { IpcMain, MessageChannelMain } from 'electron'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { portChannel } from '#contracts/transport/port-channel.ts'
import { createAppProtocol } from '#electron/app-protocol.ts'
import { CONNECT, startRelay } from '#electron/relay.ts'
import type { ServeChannel } from '#workstation/host/serve-router.ts'

/** `app:` exists only in Electron: its answers are served under this name, which resolves nowhere. */
const STAND_IN = 'https://guichet.invalid'

export interface PreloadRig {
  readonly page: Page
  /** Addresses the page reached or tried to reach outside its own origin. */
  readonly outside: string[]
  /** Closes every port, as when the workstation dies, and opens new ones only after `revive`. */
  readonly die: () => void
  readonly revive: () => void
  readonly close: () => Promise<void>
}

interface Carried {
  readonly text?: string | null
  readonly base64?: string
}

type FromPage =
  { readonly name: string; readonly reply: unknown } | { readonly id: number; readonly data: Carried }

interface Shell {
  /** The folder of the screens. */
  readonly screens: string
  /** The built preload. */
  readonly preload: string
  /** What answers the page's calls. */
  readonly serve: ServeChannel
}

/** Opens the screens of a folder in Chromium, behind the built preload and the real relay and protocol. */
export async function openPreloadRig(
  browser: Browser,
  { screens, preload, serve }: Shell,
): Promise<PreloadRig> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const outside: string[] = []
  await serveScreens(page, screens, outside)
  const cdp = await context.newCDPSession(page)
  const { fromPage, relay } = wire(await findWorld(cdp), serve)
  cdp.on('Runtime.bindingCalled', ({ payload }) => fromPage(JSON.parse(payload) as FromPage))
  await cdp.send('Runtime.addBinding', { name: 'rigToNode', executionContextName: 'preload' })

  const [main, isolated] = await Promise.all([read('main-world.js'), read('isolated-world.js')])
  const source = `const runPreload = (require) => {\n${preload}\n}\n${isolated}`
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: main })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: 'preload' })
  await page.goto(`${STAND_IN}/`)
  return { page, outside, ...relay, close: () => context.close() }
}

const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8')

async function serveScreens(page: Page, screens: string, outside: string[]): Promise<void> {
  const answer = createAppProtocol(screens)
  await page.route('**/*', async (route) => {
    const asked = route.request()
    if (!asked.url().startsWith(`${STAND_IN}/`)) {
      outside.push(asked.url())
      return route.abort()
    }
    const url = asked.url().replace(STAND_IN, 'app://guichet')
    const response = await answer(new Request(url, { method: asked.method() }))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
}

type Evaluate = (expression: string) => void

/** Follows the isolated world of the page, which changes at each navigation. */
async function findWorld(cdp: CDPSession): Promise<Evaluate> {
  let contextId = 0
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === 'preload') contextId = context.id
  })
  await cdp.send('Runtime.enable')
  await cdp.send('Page.enable')
  return (expression) => void cdp.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined)
}

/** The real relay, with each port carried to the page message by message. */
function wire(evaluate: Evaluate, serve: ServeChannel) {
  const ipc = new EventEmitter()
  const ports = new Map<number, MessagePort>()
  let alive = true
  const stops = new Set<() => void>()
  startRelay({
    ipc: ipc as unknown as IpcMain,
    createPorts: () => new MessageChannel() as unknown as MessageChannelMain,
    openChannel: () => {
      if (!alive) return null
      const { port1, port2 } = new MessageChannel()
      stops.add(serve(portChannel(port1)))
      return portChannel(port2)
    },
  })
  const call = (name: string, ...args: unknown[]): void =>
    evaluate(`rig.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)

  const postMessage = (name: string, reply: string, [port]: MessagePort[] = []): void => {
    if (port === undefined) return call('deliver', name, reply, null)
    const id = ports.size + 1
    ports.set(id, port)
    call('deliver', name, reply, id)
    port.on('message', (data: string | Uint8Array | null) => call('message', id, encode(data)))
  }
  const fromPage = (message: FromPage): void => {
    if ('name' in message) {
      const senderFrame = { url: 'app://guichet/', postMessage }
      if (message.name === CONNECT)
        ipc.emit(CONNECT, { senderFrame, sender: { mainFrame: senderFrame } }, message.reply)
    } else ports.get(message.id)?.postMessage(decode(message.data))
  }
  const die = (): void => {
    alive = false
    for (const stop of stops) stop()
  }
  return { fromPage, relay: { die, revive: () => void (alive = true) } }
}

const encode = (data: string | Uint8Array | null): Carried =>
  data instanceof Uint8Array ? { base64: Buffer.from(data).toString('base64') } : { text: data }

const decode = ({ text, base64 }: Carried): string | Uint8Array | null =>
  base64 === undefined ? (text ?? null) : Buffer.from(base64, 'base64')
