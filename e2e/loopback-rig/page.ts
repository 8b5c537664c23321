import { createORPCClient } from '@orpc/client'
import { connectLoopback } from '#renderer/transport/connect-loopback.ts'
import { follow } from '#renderer/transport/follow.ts'
import { keepLine } from '#renderer/transport/keep-line.ts'
import type { EssaiClient } from '#workstation/host/conformance-suite.ts'

/** The loopback transport of the screens, in a real browser, against the small contract of the transports. */
const openSocket = (url: string, protocols: string[]): WebSocket => new WebSocket(url, protocols)
const browser = { origin: location.origin, fetch: fetch.bind(window), openSocket }
const line = keepLine(connectLoopback(browser, location.hash.slice(1)))
await line.tried
const client: EssaiClient = createORPCClient(line.link)

// A signal that is still awaited when the line is lost: losing the line is not a failure of the signal.
follow(line, {
  open: (signal) => client.attendre(undefined, { signal }) as Promise<never>,
  receive: () => undefined,
  fail: () => document.documentElement.setAttribute('data-echec', 'oui'),
})

document.title = `${line.etat()} ${await client.ping('é😀').catch((error: Error) => error.name)}`
line.suivre(() => {
  document.title = line.etat()
})
