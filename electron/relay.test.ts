import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { IpcMain, MessageChannelMain } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Channel } from '#contracts/transport/channel.ts'
import { portChannel } from '#contracts/transport/port-channel.ts'
import { channelPort } from '#renderer/transport/channel-port.ts'
import { conformanceRouter } from '#workstation/host/conformance-router.ts'
import type { EssaiClient } from '#workstation/host/conformance-suite.ts'
import { serveRouter } from '#workstation/host/serve-router.ts'
import { CONNECT, PORT, startRelay } from './relay.ts'

type Posted = [name: string, reply: string, ports?: MessagePort[]]

describe('relais entre une fenêtre et le poste', () => {
  const ipc = new EventEmitter()
  let running = true
  let stop: () => void
  beforeEach(() => {
    running = true
    const serve = serveRouter(conformanceRouter(), () => ({}))
    stop = startRelay({
      ipc: ipc as unknown as IpcMain,
      createPorts: () => new MessageChannel() as unknown as MessageChannelMain,
      openChannel: () => {
        if (!running) return null
        const { port1, port2 } = new MessageChannel()
        serve(portChannel(port1))
        return portChannel(port2)
      },
    })
  })
  afterEach(() => stop())

  /** Asks for a port from a frame, and returns what the shell posted back to that frame. */
  const connect = (asked: { url?: string; top?: boolean; reply?: unknown } = {}): Posted[] => {
    const { url = 'app://guichet/', top = true, reply = 'r1' } = asked
    const posted: Posted[] = []
    const senderFrame = { url, postMessage: (...args: Posted) => void posted.push(args) }
    ipc.emit(CONNECT, { senderFrame, sender: { mainFrame: top ? senderFrame : {} } }, reply)
    return posted
  }

  it('donne à la fenêtre un port qui parle au poste', async () => {
    const [[name, reply, ports = []] = ['', '']] = connect()
    expect([name, reply, ports.length]).toEqual([PORT, 'r1', 1])
    expect(await clientOf(ports[0]).ping('ici')).toBe('ici')
  })

  it.each([
    ['un cadre', { top: false }],
    ['une page étrangère', { url: 'https://evil/' }],
    ['une page qui imite la nôtre', { url: 'app://guichet@evil/' }],
    ['un nom qui n’est pas un texte', { reply: 1 }],
  ])('ne répond pas à %s', (_cas, asked) => expect(connect(asked)).toEqual([]))

  it('poste arrêté, répond sans port', () => {
    running = false
    expect(connect()).toEqual([[PORT, 'r1']])
  })

  it('l’arrêt ferme les ports donnés et n’en donne plus', async () => {
    const [[, , ports = []] = ['', '']] = connect()
    const closed = vi.fn<() => void>()
    channelOf(ports[0]).receive({ message: () => undefined, close: closed })
    stop()
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
    expect(connect()).toEqual([])
  })

  it('le préchargement emploie les mêmes noms', async () => {
    const preload = await readFile(new URL('preload.ts', import.meta.url), 'utf8')
    expect([preload.includes(`send('${CONNECT}'`), preload.includes(`on('${PORT}'`)]).toEqual([true, true])
  })
})

function channelOf(port: MessagePort | undefined): Channel {
  if (port === undefined) throw new Error('no port')
  return portChannel(port)
}

const clientOf = (port: MessagePort | undefined): EssaiClient =>
  createORPCClient(new RPCLink({ port: channelPort(channelOf(port)) }))
