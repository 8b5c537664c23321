import { RPCLink } from '@orpc/client/message-port'
import { portChannel } from '#contracts/transport/port-channel.ts'
import type { PortMessage, ShellApi } from '#contracts/transport/shell-protocol.ts'
import { channelPort } from './channel-port.ts'
import type { Line, OpenLine } from './line.ts'

const DELAY_MS = 5000

/** Opens lines through the desktop shell; each attempt is a new port, awaited for five seconds. */
export function connectShell(shell: ShellApi, page: Window): OpenLine {
  return (signal) =>
    new Promise((resolve) => {
      const reply = crypto.randomUUID()
      const settle = (outcome: Line | 'perdu'): void => {
        clearTimeout(timer)
        page.removeEventListener('message', receive)
        signal.removeEventListener('abort', abandon)
        resolve(outcome)
      }
      const receive = (event: MessageEvent<Partial<PortMessage> | null>): void => {
        if (event.source !== page || event.data?.guichet !== reply) return
        const [port] = event.ports
        settle(port === undefined ? 'perdu' : lineOf(port))
      }
      const abandon = (): void => settle('perdu')
      const timer = setTimeout(abandon, DELAY_MS)
      signal.addEventListener('abort', abandon, { once: true })
      page.addEventListener('message', receive)
      shell.connect(reply)
    })
}

function lineOf(port: MessagePort): Line {
  const channel = portChannel(port)
  const lost = new AbortController()
  channel.receive({ message: () => undefined, close: () => lost.abort() })
  return { link: new RPCLink({ port: channelPort(channel) }), lost: lost.signal, close: channel.close }
}
