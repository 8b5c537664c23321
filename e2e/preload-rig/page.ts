import { createORPCClient } from '@orpc/client'
import type { ShellApi } from '#contracts/transport/shell-protocol.ts'
import { connectShell } from '#renderer/transport/connect-shell.ts'
import { follow } from '#renderer/transport/follow.ts'
import { keepLine } from '#renderer/transport/keep-line.ts'
import type { EssaiClient } from '#workstation/host/conformance-suite.ts'

/** What the page of the rig lets its test see and do. */
export interface Essai {
  readonly client: EssaiClient
  readonly etats: string[]
  readonly rangs: number[]
  readonly inverser: (size: number) => Promise<boolean>
}

/** The page of the rig: the transport of the screens, against the small contract of the transports. */
declare global {
  interface Window {
    essai: Essai
  }
}

const { guichet } = window as unknown as { guichet: ShellApi }
const line = keepLine(connectShell(guichet, window))
await line.tried

const client: EssaiClient = createORPCClient(line.link)
const etats: string[] = [line.etat()]
const rangs: number[] = []
line.suivre(() => etats.push(line.etat()))
follow(line, {
  open: async (signal) => firstFive(await client.compter({ taille: 0 }, { signal })),
  receive: ({ rang }) => void rangs.push(rang),
})

/** Leaves the signal after five events: it has no end, and a port no way to slow it down. */
async function* firstFive<T>(signal: AsyncIterable<T>): AsyncGenerator<T> {
  let count = 0
  for await (const event of signal) {
    yield event
    if (++count === 5) return
  }
}

async function inverser(size: number): Promise<boolean> {
  const sent = Uint8Array.from({ length: size }, (_, index) => index & 0xff)
  const back = new Uint8Array(await (await client.inverser(new Blob([sent]))).arrayBuffer())
  return back.length === size && back.every((byte, index) => byte === (~index & 0xff))
}

window.essai = { client, etats, rangs, inverser }
