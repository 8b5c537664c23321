import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { decodeAnswer, type Answer } from './decode-message.ts'
import { encodeMessage } from './encode-message.ts'
import type { Message } from './message.ts'
import type { PrinterAddress } from './printer-address.ts'

/** How an exchange ended, told by what the printer may have received. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** The printer answered, but no to the whole request. */
  | { readonly kind: 'rejected'; readonly httpStatus: number }
  /** Not one byte left. */
  | { readonly kind: 'unsent' }
  /** Bytes left and no readable answer came: a write that succeeded proves nothing about paper. */
  | { readonly kind: 'broken' }

/** Gives the addresses already checked, all of them: a name may have an IPv6 address where the printer only has IPv4. */
const known =
  ({ addresses }: PrinterAddress): LookupFunction =>
  (_host, _options, found) =>
    found(
      null,
      addresses.map((address) => ({ address, family: isIP(address) })),
    )

const MAX_ANSWER = 1_000_000

/** Posts an IPP request, followed by a document when there is one, and reads the answer. Never throws, never retries. */
export function exchange(
  printer: PrinterAddress,
  message: Message,
  signal: AbortSignal,
  document: Uint8Array = new Uint8Array(),
): Promise<Outcome> {
  const body = Buffer.concat([encodeMessage(message), document])
  return new Promise((resolve) => {
    let connected = false
    const fail = () => resolve({ kind: connected ? 'broken' : 'unsent' })
    const send = printer.secure ? secureRequest : plainRequest
    const sent = send({
      host: printer.host,
      lookup: known(printer),
      port: printer.port,
      path: printer.path,
      method: 'POST',
      agent: false,
      signal,
      // Said aloud: NODE_TLS_REJECT_UNAUTHORIZED would otherwise let anyone stand for the printer.
      ...(printer.secure ? { servername: printer.host, rejectUnauthorized: true } : {}),
      headers: {
        host: `${printer.host}:${printer.port}`,
        'content-type': 'application/ipp',
        'content-length': body.length,
      },
    })
    sent.once('error', fail)
    sent.once('socket', (socket) => {
      socket.once(printer.secure ? 'secureConnect' : 'connect', () => (connected = true))
    })
    sent.once('response', (response) => {
      const httpStatus = response.statusCode ?? 0
      if (httpStatus !== 200) {
        response.resume()
        resolve({ kind: 'rejected', httpStatus })
        return
      }
      const chunks: Buffer[] = []
      let length = 0
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length > MAX_ANSWER) sent.destroy()
      })
      response.once('error', fail)
      response.once('close', fail)
      response.once('end', () => {
        const answer = decodeAnswer(Buffer.concat(chunks))
        resolve(answer?.id === message.id ? { kind: 'answered', answer } : { kind: 'broken' })
      })
    })
    sent.end(body)
  })
}
