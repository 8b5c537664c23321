import { createServer, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import {
  LOOPBACK_CALLS_PATH,
  LOOPBACK_SUBPROTOCOL,
  LOOPBACK_TICKET_PATH,
} from '#contracts/transport/loopback-protocol.ts'
import { PAGE_HEADERS } from '#contracts/transport/page-policy.ts'
import type { FakePoste } from './fake-poste.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
}

export interface Bench {
  readonly url: string
  /** Cuts every line to the page, and refuses new ones until `mend`. */
  cut(): void
  mend(): void
  stop(): Promise<void>
}

/** Serves the screens built in a folder, and a workstation on a free port of 127.0.0.1, speaking the loopback protocol without its guards. */
export async function serveBench(poste: FakePoste, built: string): Promise<Bench> {
  const handler = new RPCHandler(poste.router)
  const sockets = new Set<WebSocket>()
  let broken = false

  const server = createServer((request, response) => {
    if (request.url === LOOPBACK_TICKET_PATH) {
      response.end('jeton')
      return
    }
    const file = request.url === '/' ? '/index.html' : (request.url ?? '/')
    void answer(join(built, file), response)
  })
  const websockets = new WebSocketServer({ noServer: true, handleProtocols: () => LOOPBACK_SUBPROTOCOL })
  server.on('upgrade', (request, socket, head) => {
    if (broken || request.url !== LOOPBACK_CALLS_PATH) {
      socket.destroy()
      return
    }
    websockets.handleUpgrade(request, socket, head, (websocket) => {
      sockets.add(websocket)
      websocket.on('close', () => sockets.delete(websocket))
      void handler.upgrade(websocket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  const cut = (): void => {
    broken = true
    for (const socket of sockets) socket.terminate()
  }
  return {
    url: `http://127.0.0.1:${address.port}/#billet`,
    cut,
    mend: () => {
      broken = false
    },
    stop: async () => {
      cut()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

async function answer(file: string, response: ServerResponse): Promise<void> {
  try {
    const content = await readFile(file)
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
    // The product's own headers: a screen that needs more fails here.
    for (const [nom, valeur] of Object.entries(PAGE_HEADERS)) response.setHeader(nom, valeur)
    response.end(content)
  } catch {
    response.writeHead(404).end()
  }
}
