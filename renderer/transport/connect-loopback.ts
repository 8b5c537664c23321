import { RPCLink } from '@orpc/client/websocket'
import {
  LOOPBACK_CALLS_PATH,
  LOOPBACK_SUBPROTOCOL,
  LOOPBACK_TICKET_PATH,
} from '#contracts/transport/loopback-protocol.ts'
import type { Line, OpenLine } from './line.ts'

/** What the loopback line needs of the browser. */
export interface LoopbackBrowser {
  readonly origin: string
  readonly fetch: typeof fetch
  readonly openSocket: (url: string, protocols: string[]) => WebSocket
}

/** Opens lines to the workstation that serves this page; the ticket is exchanged once, the token stays in memory. */
export function connectLoopback(browser: LoopbackBrowser, ticket: string): OpenLine {
  let token: string | undefined
  return async (signal) => {
    if (token === undefined) {
      const exchanged = await exchangeTicket(browser, ticket, signal)
      if (exchanged === 'perdu' || exchanged === 'expiree') return exchanged
      token = exchanged.token
    }
    const url = `${browser.origin.replace(/^http/, 'ws')}${LOOPBACK_CALLS_PATH}`
    return openLine(browser.openSocket(url, [LOOPBACK_SUBPROTOCOL, token]))
  }
}

async function exchangeTicket(
  browser: LoopbackBrowser,
  ticket: string,
  signal: AbortSignal,
): Promise<{ readonly token: string } | 'perdu' | 'expiree'> {
  if (ticket === '') return 'expiree'
  try {
    const { fetch, origin } = browser
    const answer = await fetch(`${origin}${LOOPBACK_TICKET_PATH}`, { method: 'POST', body: ticket, signal })
    return answer.ok ? { token: await answer.text() } : 'expiree'
  } catch {
    return 'perdu'
  }
}

function openLine(websocket: WebSocket): Promise<Line | 'perdu'> {
  websocket.binaryType = 'arraybuffer'
  const lost = new AbortController()
  const line: Line = {
    link: new RPCLink({ websocket }),
    lost: lost.signal,
    close: () => websocket.close(),
  }
  return new Promise((resolve) => {
    websocket.addEventListener('open', () => resolve(line), { once: true })
    websocket.addEventListener('close', () => {
      lost.abort()
      resolve('perdu')
    })
  })
}
