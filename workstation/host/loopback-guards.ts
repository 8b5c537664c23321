import type { IncomingMessage } from 'node:http'
import {
  LOOPBACK_CALLS_PATH,
  LOOPBACK_SUBPROTOCOL,
  LOOPBACK_TICKET_PATH,
} from '#contracts/transport/loopback-protocol.ts'
import type { Tickets } from './tickets.ts'

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/** HTTP status that refuses a request, or null to serve it. `host` is `127.0.0.1:port`. */
export function refuseRequest(asked: Asked, host: string): number | null {
  // Any other name means that a foreign site was made to resolve to this machine (DNS rebinding); `localhost` is one of them.
  if (asked.headers.host !== host) return 421
  if (asked.url?.startsWith('/') !== true) return 400
  if (asked.url === LOOPBACK_TICKET_PATH) {
    if (asked.method !== 'POST') return 405
    return asked.headers.origin === `http://${host}` ? null : 403
  }
  if (asked.method !== 'GET') return 405
  return isOwnPage(asked) ? null : 403
}

/** HTTP status that refuses a WebSocket, or null to open it. */
export function refuseUpgrade(asked: Asked, host: string, tickets: Pick<Tickets, 'isToken'>): number | null {
  if (asked.headers.host !== host) return 421
  if (asked.url !== LOOPBACK_CALLS_PATH) return 404
  if (asked.headers.origin !== `http://${host}`) return 403
  const [protocol, token, ...rest] = (asked.headers['sec-websocket-protocol'] ?? '').split(/, ?/)
  const offered = protocol === LOOPBACK_SUBPROTOCOL && rest.length === 0
  return offered && token !== undefined && tickets.isToken(token) ? null : 401
}

/**
 * Fetch metadata of a browser: everything from our own page, and only the first page from elsewhere, as a top navigation.
 * The launch page is a file, so that this first navigation arrives as `cross-site`; a typed address arrives as `none`.
 */
function isOwnPage({ url, headers }: Asked): boolean {
  if (headers['sec-fetch-site'] === 'same-origin') return true
  return url === '/' && headers['sec-fetch-dest'] === 'document' && headers['sec-fetch-mode'] === 'navigate'
}
