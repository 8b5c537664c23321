import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { LOOPBACK_TICKET_PATH } from '#contracts/transport/loopback-protocol.ts'
import { PAGE_HEADERS } from '#contracts/transport/page-policy.ts'
import { paresseux } from '../etat/paresseux.ts'
import { refuseRequest, refuseUpgrade } from './loopback-guards.ts'
import { readPage } from './page-folder.ts'
import type { ServeChannel } from './serve-router.ts'
import { createTickets, type Tickets, type TicketSources } from './tickets.ts'

const MAX_TICKET_BYTES = 256

/** The screens and their calls on 127.0.0.1, for one browser on this machine. */
export interface Loopback {
  /** `http://127.0.0.1:port` */
  readonly origin: string
  /** A ticket good once, for fifteen seconds; the address to open is `origin + '/#' + ticket`. */
  readonly issueTicket: () => string
  /** Closes the port and every connection at once. */
  readonly stop: () => Promise<void>
}

export interface LoopbackOptions {
  /** Folder of the built screens. */
  readonly folder: string
  /** What answers calls; made at the first connection, which comes once a page is drawn. */
  readonly serve: () => Promise<ServeChannel>
  readonly sources?: TicketSources
}

/** Serves the screens and their calls on a port of 127.0.0.1 chosen by the system. */
export async function startLoopback({ folder, serve, sources }: LoopbackOptions): Promise<Loopback> {
  const tickets = createTickets(sources)
  const server = createServer({ maxHeaderSize: 8192, headersTimeout: 5000, requestTimeout: 10_000 })
  server.maxConnections = 64
  const calls = paresseux(async () => (await import('./loopback-calls.ts')).acceptCalls(await serve()))
  const upgraded = new Set<Duplex>()
  const host = await listen(server)

  server.on('request', (request, response) => void answer({ request, response, host, folder, tickets }))
  server.on('upgrade', (request, socket, head) => {
    const status = refuseUpgrade(request, host, tickets)
    if (status !== null) return refuseSocket(socket, status)
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
    // Until it is taken, nobody else listens to a client that leaves.
    socket.on('error', () => socket.destroy())
    void calls().then((accept) => accept(request, socket, head))
  })

  return {
    origin: `http://${host}`,
    issueTicket: tickets.issue,
    stop: async () => {
      for (const socket of upgraded) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => {
      server.off('error', reject)
      resolve(`127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly host: string
  readonly folder: string
  readonly tickets: Tickets
}

async function answer({ request, response, host, folder, tickets }: Exchange): Promise<void> {
  const status = refuseRequest(request, host)
  if (status !== null) return send(response, status)
  if (request.url === LOOPBACK_TICKET_PATH) {
    const ticket = await readBody(request, MAX_TICKET_BYTES)
    if (ticket === null) return send(response, 413)
    const token = tickets.redeem(ticket)
    return token === null ? send(response, 401) : send(response, 200, 'text/plain; charset=utf-8', token)
  }
  const page = readPage(folder, request.url ?? '')
  return page === null ? send(response, 404) : send(response, 200, page.type, page.bytes)
}

function send(response: ServerResponse, status: number, type?: string, body?: string | Uint8Array): void {
  const headers = type === undefined ? PAGE_HEADERS : { ...PAGE_HEADERS, 'Content-Type': type }
  // A refused client may still be sending; its connection is not kept for what follows.
  response.writeHead(status, status === 200 ? headers : { ...headers, Connection: 'close' }).end(body)
}

async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  let body = ''
  try {
    for await (const chunk of request.setEncoding('latin1')) {
      body += chunk
      if (body.length > limit) return null
    }
    return body
  } catch {
    return null
  }
}

function refuseSocket(socket: Duplex, status: number): void {
  const destroy = (): void => void socket.destroy()
  socket.on('error', destroy)
  // A client that never closes its side would keep its place among the connections allowed.
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    destroy,
  )
}
