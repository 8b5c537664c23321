import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { request } from 'node:http'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { LOOPBACK_SUBPROTOCOL } from '#contracts/transport/loopback-protocol.ts'
import type { EssaiClient } from './conformance-suite.ts'
import type { Loopback } from './loopback.ts'

export interface Asked {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly body: string
}

/** A request with the path and headers exactly as given: `fetch` would correct both. */
export function askAt(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Asked,
): Promise<Answer> {
  const { hostname: host, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    asked.on('error', reject).end(body)
  })
}

export async function tokenOf({ origin, issueTicket }: Loopback): Promise<string> {
  const asked = { method: 'POST', headers: { origin }, body: issueTicket() }
  return (await askAt(origin, '/ticket', asked)).body
}

export async function openClient(loopback: Loopback): Promise<{ socket: WebSocket; client: EssaiClient }> {
  const { origin } = loopback
  const protocols = [LOOPBACK_SUBPROTOCOL, await tokenOf(loopback)]
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/appels`, protocols, { origin })
  socket.binaryType = 'arraybuffer'
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const client: EssaiClient = createORPCClient(
    new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
  )
  return { socket, client }
}

interface Upgrade {
  readonly loopback: Loopback
  readonly token?: string
  readonly protocols?: string[]
  readonly origin?: string | undefined
  readonly headers?: Record<string, string>
  readonly path?: string
}

/** Tries to open a WebSocket; the HTTP status of the refusal, or 101. */
export function upgrade(asked: Upgrade): Promise<number> {
  const { loopback, token = '', path = '/appels', headers = {} } = asked
  const protocols = asked.protocols ?? [LOOPBACK_SUBPROTOCOL, token]
  const origin = 'origin' in asked ? asked.origin : loopback.origin
  const url = `${loopback.origin.replace('http', 'ws')}${path}`
  const socket = new WebSocket(url, protocols, { headers, ...(origin !== undefined && { origin }) })
  const answered = new Promise<number>((resolve) => {
    socket.on('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode))
    socket.on('open', () => resolve(101))
    socket.on('error', () => undefined)
  })
  return answered.finally(() => socket.terminate())
}

export function reach(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    socket
      .once('connect', () => resolve('connect'))
      .once('error', (error) => resolve((error as { code?: string }).code ?? ''))
  })
}
