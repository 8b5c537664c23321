import { spawn, type ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { expect, it } from 'vitest'
import { duplexStream } from '#contracts/transport/duplex-stream.ts'
import { joinChannels } from '#contracts/transport/join-channels.ts'
import { multiplex } from '#contracts/transport/multiplexer.ts'
import { portChannel } from '#contracts/transport/port-channel.ts'
import { channelPort } from '#renderer/transport/channel-port.ts'
import { conformanceSuite, type EssaiClient, type Rig } from './conformance-suite.ts'

/** A window's port, joined to a channel of the pipe of a real child process, as the shell does it. */
function openPipe(): Rig & { readonly child: ChildProcess; readonly pipe: Socket } {
  const child = spawn(process.execPath, [`${import.meta.dirname}/conformance-child.ts`], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  const pipe = child.stdio[3] as Socket
  const { open } = multiplex(duplexStream(pipe), (channel) => channel.close())
  const { port1, port2 } = new MessageChannel()
  const channel = open()
  if (channel !== null) joinChannels(portChannel(port2), channel)
  const client: EssaiClient = createORPCClient(new RPCLink({ port: channelPort(portChannel(port1)) }))
  const stop = async (): Promise<void> => {
    const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
    child.kill('SIGKILL')
    await exited
  }
  return { client, kill: () => child.kill('SIGKILL'), stop, child, pipe }
}

conformanceSuite('tube privé vers un processus', async () => openPipe())

it('le poste s’arrête de lui-même quand le tube se ferme', async () => {
  const { child, client, pipe } = openPipe()
  await client.ping('prêt')
  pipe.destroy()
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('un lecteur arrêté arrête le producteur du signal', async () => {
  const { client, pipe, stop } = openPipe()
  const signal = await client.compter({ taille: 65_536 })
  await signal.next()
  pipe.pause()
  await new Promise((resolve) => setTimeout(resolve, 200))
  pipe.resume()
  const { produits } = await client.temoin()
  // 200 ms of an endless producer of 64 KB events would make thousands; the pipe holds a few dozen.
  expect(produits).toBeLessThan(200)
  await stop()
})
