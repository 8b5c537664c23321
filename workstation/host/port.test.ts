import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { expect, it, vi } from 'vitest'
import { portChannel } from '#contracts/transport/port-channel.ts'
import { channelPort } from '#renderer/transport/channel-port.ts'
import { conformanceRouter } from './conformance-router.ts'
import { conformanceSuite, type EssaiClient, type Rig } from './conformance-suite.ts'
import { servePort } from './port.ts'
import { serveRouter } from './serve-router.ts'

const openPort = async (): Promise<Rig> => {
  const { port1, port2 } = new MessageChannel()
  const stop = servePort(
    port2,
    serveRouter(conformanceRouter(), () => ({})),
  )
  const client: EssaiClient = createORPCClient(new RPCLink({ port: channelPort(portChannel(port1)) }))
  return { client, kill: () => port2.close(), stop }
}

conformanceSuite('port de messages', openPort)

it.each([['{'], ['null'], ['{"i":"1","p":{}}'], [42], [Uint8Array.of(255, 255)], [{ i: '1' }]])(
  'un message hors protocole (%j) ferme la liaison et laisse vivre le poste',
  async (message) => {
    const { port1, port2 } = new MessageChannel()
    const closed = vi.fn<() => void>()
    portChannel(port1).receive({ message: () => undefined, close: closed })
    const ended = vi.fn<() => void>()
    servePort(
      port2,
      serveRouter(conformanceRouter(), (signal) => {
        signal.addEventListener('abort', ended)
        return {}
      }),
    )
    port1.postMessage(message)
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
    expect(ended).toHaveBeenCalledOnce()
  },
)
